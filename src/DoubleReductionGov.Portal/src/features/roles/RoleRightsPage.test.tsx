import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Right, Rights } from '../../api/client';
import { type Permission, permissions } from '../../shared/permissions';
import { configurationOf } from '../../test/cast';
import { fakeServer } from '../../test/fakeServer';
import { renderPage } from '../../test/renderPage';
import RoleRightsPage from './RoleRightsPage';

function rightOf(name: string, displayName: string, change: Partial<Right> = {}): Right {
  return {
    name,
    displayName,
    parentName: null,
    depth: 0,
    isGranted: false,
    isDirect: false,
    isAllowed: true,
    side: 'Both',
    grantedByRoles: [],
    ...change,
  };
}

const rights: Rights = {
  kind: 'Role',
  name: '县专班成员',
  isEditable: true,
  whyNotEditable: null,
  concurrencyStamp: 'stamp-1',
  groups: [
    {
      name: 'Programme',
      displayName: '双减任务',
      rights: [
        rightOf('Tasks', '查看任务'),
        rightOf('Tasks.Claim', '申请销号', { parentName: 'Tasks', depth: 1 }),
        rightOf('Audit', '操作日志', { isAllowed: false }),
      ],
    },
  ],
};
const address = '/api/administration/right/for-role/r1';

const open = (granted: Permission[]) =>
  renderPage(<RoleRightsPage />, {
    at: '/administration/roles/r1/rights',
    route: '/administration/roles/:id/rights',
    configuration: configurationOf(granted, null),
  });

test('ticking a right ticks the one above it; both are saved with the stamp that was read', async () => {
  const received = fakeServer({ [`GET ${address}`]: rights, [`PUT ${address}`]: rights });
  open([permissions.rights, permissions.rightsManage]);
  await userEvent.click(await screen.findByRole('checkbox', { name: '申请销号' }));
  expect(screen.getByRole('checkbox', { name: '查看任务' })).toBeChecked();
  expect(screen.getByRole('status')).toHaveTextContent('已改动 2 项');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() =>
    expect(received.find(({ method }) => method === 'PUT')?.body).toEqual({
      granted: ['Tasks.Claim', 'Tasks'],
      concurrencyStamp: 'stamp-1',
    }),
  );
});

test('what may not be granted cannot be ticked', async () => {
  fakeServer({ [`GET ${address}`]: rights });
  open([permissions.rights, permissions.rightsManage]);
  expect(await screen.findByRole('checkbox', { name: '操作日志' })).toBeDisabled();
  expect(screen.getByText('不可授予')).toBeInTheDocument();
});

test('who may only read finds every box closed and nothing to save', async () => {
  fakeServer({ [`GET ${address}`]: rights });
  open([permissions.rights]);
  expect(await screen.findByRole('checkbox', { name: '查看任务' })).toBeDisabled();
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull();
});

test('an unsaved change is not lost to a click on another page', async () => {
  fakeServer({ [`GET ${address}`]: rights });
  const { router } = open([permissions.rights, permissions.rightsManage]);
  await userEvent.click(await screen.findByRole('checkbox', { name: '查看任务' }));
  await userEvent.click(screen.getByRole('link', { name: /返回/ }));
  expect(await screen.findByText('有尚未保存的改动')).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/administration/roles/r1/rights');
});
