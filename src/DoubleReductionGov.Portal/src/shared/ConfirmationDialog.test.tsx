import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { http } from '../api/client';
import { fakeServer, Refused } from '../test/fakeServer';
import { renderPage } from '../test/renderPage';
import { ConfirmationDialog } from './ConfirmationDialog';

const needed = new Refused(403, { code: 'Platform:ConfirmationNeeded', message: '请再次确认身份' });
const act = () => http.POST('/api/account/second-factor/disable');

function serverOf(secondFactor: boolean, right: string) {
  let confirmed = false;
  return fakeServer({
    'GET /api/account/me': { secondFactor },
    'POST /api/account/confirm': ({ body }: { body: unknown }) => {
      confirmed = JSON.stringify(body).includes(right);
      return confirmed
        ? { confirmedUntil: '2026-11-21T15:00:00Z' }
        : new Refused(401, { code: 'Account:InvalidPassword', message: '密码不正确' });
    },
    'POST /api/account/second-factor/disable': () => (confirmed ? undefined : needed),
  });
}

test('a wrong password is refused in the dialog; with the right one the act goes on', async () => {
  const received = serverOf(false, 'right');
  renderPage(<ConfirmationDialog />, { at: '/' });
  const done = act();
  await userEvent.type(await screen.findByLabelText('登录密码'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: '确认并继续' }));
  expect(await screen.findByText('密码不正确')).toBeInTheDocument();
  await userEvent.clear(screen.getByLabelText('登录密码'));
  await userEvent.type(screen.getByLabelText('登录密码'), 'right');
  await userEvent.click(screen.getByRole('button', { name: '确认并继续' }));
  await done;
  expect(received.filter(({ path }) => path.endsWith('/disable'))).toHaveLength(2);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('who has a second factor is asked for its code', async () => {
  const received = serverOf(true, '123456');
  renderPage(<ConfirmationDialog />, { at: '/' });
  const done = act();
  await userEvent.type(await screen.findByLabelText('动态验证码或恢复码'), '123456');
  await userEvent.click(screen.getByRole('button', { name: '确认并继续' }));
  await done;
  const sent = received.find(({ path }) => path === '/api/account/confirm');
  expect(sent?.body).toEqual({ password: null, code: '123456' });
});

test('closing the dialog leaves the act undone', async () => {
  const received = serverOf(false, 'right');
  renderPage(<ConfirmationDialog />, { at: '/' });
  const done = act().catch((error: Error) => error.message);
  await screen.findByLabelText('登录密码');
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(await done).toBe('请再次确认身份');
  expect(received.filter(({ path }) => path.endsWith('/disable'))).toHaveLength(1);
});
