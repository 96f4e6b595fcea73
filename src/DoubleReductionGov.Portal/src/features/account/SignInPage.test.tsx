import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { configurationOf, kaihua, signInOptions } from '../../test/cast';
import { fakeServer, Refused } from '../../test/fakeServer';
import { renderPage } from '../../test/renderPage';
import SignInPage from './SignInPage';

const answers = {
  'GET /api/abp/application-configuration': configurationOf([], null),
  'GET /api/account/sign-in-options': signInOptions,
  'GET /maps/region.geo.json': { type: 'FeatureCollection', features: [] },
};

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
    'POST /api/account/login': { userName: 'zuzhang', name: '周文斌' },
  });
  const { router } = renderPage(<SignInPage />, { at: '/sign-in?returnTo=%2Ftimeline' });
  await userEvent.click(await screen.findByRole('button', { name: /使用账号 zuzhang/ }));
  expect(screen.getByRole('radio', { name: '开化县' })).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: '登 录' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/timeline'));
  const sent = received.find(({ method }) => method === 'POST');
  expect(sent?.body).toEqual({ tenantId: kaihua.id, userName: 'zuzhang', password: 'demo-password' });
});
