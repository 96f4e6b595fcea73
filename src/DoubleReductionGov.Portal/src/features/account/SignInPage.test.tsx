import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { SignInResult } from '../../api/client';
import { configurationOf, kaihua, signInOptions } from '../../test/cast';
import { fakeServer, Refused } from '../../test/fakeServer';
import { renderPage } from '../../test/renderPage';
import SignInPage from './SignInPage';

const answers = {
  'GET /api/abp/application-configuration': configurationOf([], null),
  'GET /api/account/sign-in-options': signInOptions,
  'GET /maps/region.geo.json': { type: 'FeatureCollection', features: [] },
};

function stepOf(change: Partial<SignInResult>): SignInResult {
  const nothing = { userName: null, name: null, reason: null, secret: null, uri: null, recoveryCodes: null };
  return { ...nothing, step: 'Done', ticket: null, ...change };
}

async function signInWith(password: string) {
  await userEvent.type(await screen.findByLabelText('用户名'), 'zuzhang');
  await userEvent.type(screen.getByLabelText('密码'), password);
  await userEvent.click(screen.getByRole('button', { name: '登 录' }));
}

test('the refusal of the server is shown in the form, which keeps what was typed', async () => {
  fakeServer({ ...answers, 'POST /api/account/login': new Refused(403, { message: '用户名或密码不正确' }) });
  renderPage(<SignInPage />, { at: '/sign-in' });
  await userEvent.type(await screen.findByLabelText('用户名'), 'zuzhang');
  await userEvent.type(screen.getByLabelText('密码'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: '登 录' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('用户名或密码不正确');
  expect(screen.getByLabelText('用户名')).toHaveValue('zuzhang');
});

test('nothing is sent before user name and password are there', async () => {
  const received = fakeServer(answers);
  renderPage(<SignInPage />, { at: '/sign-in' });
  await userEvent.click(await screen.findByRole('button', { name: '登 录' }));
  expect(await screen.findByText('请输入用户名')).toBeInTheDocument();
  expect(received.every(({ method }) => method === 'GET')).toBe(true);
});

test('a demonstration account fills the form and signs in to its county', async () => {
  const received = fakeServer({
    ...answers,
    'POST /api/account/login': stepOf({ step: 'Done', userName: 'zuzhang', name: '周文斌' }),
  });
  const { router } = renderPage(<SignInPage />, { at: '/sign-in?returnTo=%2Ftimeline' });
  await userEvent.click(await screen.findByRole('button', { name: /使用账号 zuzhang/ }));
  expect(screen.getByRole('radio', { name: '开化县' })).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: '登 录' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/timeline'));
  const sent = received.find(({ method }) => method === 'POST');
  expect(sent?.body).toEqual({ tenantId: kaihua.id, userName: 'zuzhang', password: 'demo-password' });
});

test('a first sign-in sets an own password, then asks for the second factor, then opens the page', async () => {
  const received = fakeServer({
    ...answers,
    'POST /api/account/login': stepOf({ step: 'ChangePassword', ticket: 't1', reason: 'FirstSignIn' }),
    'POST /api/account/login/change-password': stepOf({ step: 'SecondFactor', ticket: 't2' }),
    'POST /api/account/login/second-factor': stepOf({ step: 'Done', userName: 'zuzhang', name: '周文斌' }),
  });
  const { router } = renderPage(<SignInPage />, { at: '/sign-in?returnTo=%2Ftimeline' });
  await signInWith('one-time-password');
  expect(await screen.findByText('您正在使用初始密码，请设置自己的密码后继续。')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('新密码'), 'My-Own-Password-1');
  await userEvent.type(screen.getByLabelText('再次输入新密码'), 'My-Own-Password-1');
  await userEvent.click(screen.getByRole('button', { name: '保存并继续' }));
  await userEvent.type(await screen.findByLabelText('动态码或恢复码'), '123456');
  await userEvent.click(screen.getByRole('button', { name: '验证并登录' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/timeline'));
  const bodies = received.filter(({ method }) => method === 'POST').map(({ body }) => body);
  expect(bodies.slice(1)).toEqual([
    { ticket: 't1', newPassword: 'My-Own-Password-1' },
    { ticket: 't2', code: '123456' },
  ]);
});

test('two different new passwords are not sent', async () => {
  const received = fakeServer({
    ...answers,
    'POST /api/account/login': stepOf({ step: 'ChangePassword', ticket: 't1', reason: 'Expired' }),
  });
  renderPage(<SignInPage />, { at: '/sign-in' });
  await signInWith('old-password');
  await userEvent.type(await screen.findByLabelText('新密码'), 'My-Own-Password-1');
  await userEvent.type(screen.getByLabelText('再次输入新密码'), 'My-Own-Password-2');
  await userEvent.click(screen.getByRole('button', { name: '保存并继续' }));
  expect(await screen.findByText('两次输入的密码不一致')).toBeInTheDocument();
  expect(received.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('after enrolling, the recovery codes are shown before the page opens', async () => {
  fakeServer({
    ...answers,
    'POST /api/account/login': stepOf({
      step: 'EnrolSecondFactor',
      ticket: 't1',
      secret: 'JBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
    }),
    'POST /api/account/login/enrol-second-factor': stepOf({ recoveryCodes: ['aaaaa-bbbbb', 'ccccc-ddddd'] }),
  });
  const { router } = renderPage(<SignInPage />, { at: '/sign-in?returnTo=%2Ftimeline' });
  await signInWith('password');
  await userEvent.type(await screen.findByLabelText('输入应用显示的 6 位动态码'), '123 456');
  await userEvent.click(screen.getByRole('button', { name: '完成绑定' }));
  expect(await screen.findByText('ccccc-ddddd')).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/sign-in');
  await userEvent.click(screen.getByRole('button', { name: '我已妥善保存，继续' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/timeline'));
});

test('a provider is a link that keeps the page one came for', async () => {
  fakeServer({
    ...answers,
    'GET /api/account/sign-in-options': {
      ...signInOptions,
      externalProviders: [{ name: 'gov', displayName: '政务钉' }],
    },
  });
  renderPage(<SignInPage />, { at: '/sign-in?returnTo=%2Ftimeline&external=NotLinked' });
  const link = await screen.findByRole('link', { name: '使用政务钉登录' });
  expect(link).toHaveAttribute('href', '/api/account/external/gov?returnUrl=%2Ftimeline');
  expect(screen.getByText(/尚未关联本平台账号/)).toBeInTheDocument();
});
