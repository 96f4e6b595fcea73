import { expect, test } from 'vitest';
import { canOf, type Permission, permissions } from '../shared/permissions';
import { firstPathOf, mayOpen, menuOf } from './access';
import { pages } from './pages';

const granted = (...names: Permission[]) => canOf(Object.fromEntries(names.map((name) => [name, true])));
const menuPaths = (...names: Permission[]) => menuOf(pages, granted(...names)).map((page) => page.path);

test('a county leader sees workbench, timeline and the visits of the city', () => {
  expect(menuPaths(permissions.tasks, permissions.visits)).toEqual(['/workbench', '/timeline', '/visits']);
});

test('city staff see wall chart, timeline, plans and verification', () => {
  expect(menuPaths(permissions.wallChart, permissions.plans, permissions.verifications)).toEqual([
    '/wall-chart',
    '/timeline',
    '/plans',
    '/verifications',
  ]);
});

test('one lands on the first page of one’s own menu', () => {
  expect(firstPathOf(pages, granted(permissions.tasks))).toBe('/workbench');
  expect(firstPathOf(pages, granted(permissions.wallChart))).toBe('/wall-chart');
});

test('an officer lands on the overview of the administration and sees no business page', () => {
  expect(firstPathOf(pages, granted(permissions.auditLogs))).toBe('/administration');
  expect(menuPaths(permissions.auditLogs, permissions.securityLogs)).toEqual([
    '/administration',
    '/administration/security-log',
    '/administration/audit-log',
  ]);
});

test('without any right one lands on one’s own account', () => {
  expect(firstPathOf(pages, granted())).toBe('/account');
});

test('a right that is listed as refused does not open a page', () => {
  const page = { anyOf: [permissions.tasks] };
  expect(mayOpen(page, canOf({ [permissions.tasks]: false }))).toBe(false);
});
