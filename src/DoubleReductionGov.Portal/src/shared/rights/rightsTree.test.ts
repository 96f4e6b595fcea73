import { expect, test } from 'vitest';
import type { Right, RightGroup } from '../../api/client';
import { changedIn, grantedIn, groupToggled, matching, toggled } from './rightsTree';

function rightOf(name: string, parentName: string | null, change: Partial<Right> = {}): Right {
  return {
    name,
    displayName: name,
    parentName,
    depth: 0,
    isGranted: false,
    isDirect: false,
    isAllowed: true,
    side: 'Both',
    grantedByRoles: [],
    ...change,
  };
}

const plans: RightGroup = {
  name: 'Programme',
  displayName: '双减任务',
  rights: [
    rightOf('Plans', null, { isDirect: true }),
    rightOf('Plans.Edit', 'Plans'),
    rightOf('Plans.Edit.Weights', 'Plans.Edit'),
    rightOf('Tasks', null, { isAllowed: false }),
  ],
};

test('only what is granted directly is ticked at first', () => {
  expect([...grantedIn({ groups: [plans] })]).toEqual(['Plans']);
});

test('ticking a right ticks the rights above it', () => {
  expect([...toggled(plans, new Set(), 'Plans.Edit.Weights')].sort()).toEqual([
    'Plans',
    'Plans.Edit',
    'Plans.Edit.Weights',
  ]);
});

test('a right above that a role grants is not granted a second time', () => {
  const byRole = {
    ...plans,
    rights: [rightOf('Plans', null, { grantedByRoles: ['处室'] }), ...plans.rights.slice(1)],
  };
  expect([...toggled(byRole, new Set(), 'Plans.Edit')]).toEqual(['Plans.Edit']);
});

test('clearing a right clears the rights below it', () => {
  expect([...toggled(plans, new Set(['Plans', 'Plans.Edit', 'Plans.Edit.Weights']), 'Plans.Edit')]).toEqual([
    'Plans',
  ]);
});

test('the box of a group takes only what may be granted', () => {
  const all = groupToggled(plans, new Set());
  expect(all.has('Tasks')).toBe(false);
  expect(all.size).toBe(3);
  expect(groupToggled(plans, all).size).toBe(0);
});

test('a right that was ticked and cleared again is not changed', () => {
  expect(changedIn({ groups: [plans] }, new Set(['Plans']))).toEqual([]);
  expect(changedIn({ groups: [plans] }, new Set(['Plans.Edit'])).map(({ name }) => name)).toEqual([
    'Plans',
    'Plans.Edit',
  ]);
});

test('a match is shown below the rights it belongs to', () => {
  const found = matching(plans, ({ name }) => name.endsWith('Weights'));
  expect(found.map(({ name }) => name)).toEqual(['Plans', 'Plans.Edit', 'Plans.Edit.Weights']);
});
