import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { UserListItem } from '../../api/client';
import { type Permission, permissions } from '../../shared/permissions';
import { configurationOf } from '../../test/cast';
import { fakeServer } from '../../test/fakeServer';
import { renderPage } from '../../test/renderPage';
import UsersPage from './UsersPage';

function userOf(change: Partial<UserListItem> = {}): UserListItem {
  return {
    id: 'u1',
    userName: 'zhaoli',
    name: '赵丽',
    phoneNumber: '138****1234',
    email: null,
    isActive: true,
    isLocked: false,
    lockoutEnd: null,
    mustChangePassword: false,
    twoFactorEnabled: false,
    organisationId: null,
    organisationName: '教育局',
    roles: [],
    creationTime: '2026-11-01T02:00:00Z',
    concurrencyStamp: 'stamp',
    ...change,
  };
}

const roles = [
  { id: 'r1', name: 'county-staff', displayName: '县专班成员', isOfficer: false },
  { id: 'r2', name: 'audit-admin', displayName: '审计管理员', isOfficer: true },
];
const answers = {
  'GET /api/administration/user': { items: [userOf()], totalCount: 1 },
  'GET /api/administration/user/assignable-roles': { items: roles },
  'GET /api/administration/user/organisations': { items: [{ id: 'o1', name: '教育局' }] },
  'GET /api/administration/user/people': { items: [] },
};

const open = (granted: Permission[], at = '/administration/users') =>
  renderPage(<UsersPage />, { at, configuration: configurationOf([permissions.users, ...granted], null) });

test('the filters of the address are sent to the server', async () => {
  const received = fakeServer(answers);
  open([], '/administration/users?state=locked&roleId=r1&filter=zhao&page=3&sorting=name%20desc');
  await waitFor(() => expect(received.some(({ path }) => path === '/api/administration/user')).toBe(true));
  const asked = received.find(({ path }) => path === '/api/administration/user')?.query;
  expect(Object.fromEntries(asked ?? [])).toEqual({
    isLocked: 'true',
    roleId: 'r1',
    filter: 'zhao',
    skipCount: '40',
    maxResultCount: '20',
    sorting: 'name desc',
  });
});

test('who may only read sees no button that changes anything', async () => {
  fakeServer(answers);
  open([]);
  expect(await screen.findByText('zhaoli')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /新建用户|批量导入/ })).toBeNull();
  expect(screen.queryByRole('button', { name: '更多操作：zhaoli' })).toBeNull();
});

test('the one-time password of a new user is shown once', async () => {
  const password = {
    userId: 'u2',
    userName: 'chenming',
    password: 'Once-1234-Abcd',
    expiresAt: '2026-11-28T02:00:00Z',
  };
  const received = fakeServer({ ...answers, 'POST /api/administration/user': password });
  open([permissions.usersManage]);
  await userEvent.click(await screen.findByRole('button', { name: /新建用户/ }));
  const drawer = await screen.findByRole('dialog');
  await userEvent.type(within(drawer).getByLabelText('用户名'), 'chenming');
  await userEvent.type(within(drawer).getByLabelText('姓名'), '陈明');
  await userEvent.click(within(drawer).getByRole('button', { name: '保存' }));
  expect(await screen.findByText('Once-1234-Abcd')).toBeInTheDocument();
  expect(received.find(({ method }) => method === 'POST')?.body).toEqual({
    userName: 'chenming',
    name: '陈明',
    phoneNumber: null,
    email: null,
    personId: null,
    organisationId: null,
    post: null,
  });
  await userEvent.click(screen.getByRole('button', { name: '已妥善保存' }));
  await waitFor(() => expect(screen.queryByText('Once-1234-Abcd')).toBeNull());
});

test('an account is disabled only after the question was answered', async () => {
  const received = fakeServer({ ...answers, 'POST /api/administration/user/u1/deactivate': userOf() });
  open([permissions.usersManage]);
  await userEvent.click(await screen.findByRole('button', { name: '更多操作：zhaoli' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '停用' }));
  const question = await screen.findByRole('dialog');
  expect(question).toHaveTextContent('停用账号“赵丽”？');
  expect(received.every(({ method }) => method === 'GET')).toBe(true);
  await userEvent.click(within(question).getByRole('button', { name: '停用' }));
  await waitFor(() =>
    expect(received.find(({ method }) => method === 'POST')?.body).toEqual({ concurrencyStamp: 'stamp' }),
  );
});

test('the whole set of roles is sent with the stamp that was read', async () => {
  const received = fakeServer({ ...answers, 'PUT /api/administration/user/u1/roles': userOf() });
  open([permissions.usersAssignRoles]);
  await userEvent.click(await screen.findByRole('button', { name: '更多操作：zhaoli' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '分配角色' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: '县专班成员' }));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() =>
    expect(received.find(({ method }) => method === 'PUT')?.body).toEqual({
      roleIds: ['r1'],
      concurrencyStamp: 'stamp',
    }),
  );
});
