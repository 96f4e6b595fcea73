import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeServer, Refused } from '../test/fakeServer';
import { ApiError, detailLines } from './apiError';
import { http, onSignedOut } from './client';

beforeEach(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: the test plays the server that sets the cookie
  document.cookie = 'XSRF-TOKEN=token-1';
});
afterEach(() => onSignedOut(() => {}));

test('a request that changes something carries the antiforgery token', async () => {
  const received = fakeServer({ 'POST /api/account/logout': undefined });
  await http.POST('/api/account/logout');
  expect(received[0]?.headers.get('RequestVerificationToken')).toBe('token-1');
});

test('a request that only reads does not carry it', async () => {
  const received = fakeServer({ 'GET /api/programme/task/summary': {} });
  await http.GET('/api/programme/task/summary');
  expect(received[0]?.headers.get('RequestVerificationToken')).toBeNull();
});

test('a refusal becomes an error with the words of the server', async () => {
  const refusal = { code: 'Programme:PlanIsIncomplete', message: '计划信息不全', details: '- 甲\n- 乙\n' };
  fakeServer({ 'POST /api/account/logout': new Refused(403, refusal) });
  const error = await http.POST('/api/account/logout').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 403, code: 'Programme:PlanIsIncomplete', message: '计划信息不全' });
  expect(detailLines(error)).toEqual(['甲', '乙']);
});

test('an answer that is no error body still becomes an error with its status', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }));
  await expect(http.GET('/api/programme/task/summary')).rejects.toMatchObject({ status: 502, info: null });
});

test('whoever is signed out meanwhile is told so, a wrong password is not mistaken for it', async () => {
  const signedOut = vi.fn();
  onSignedOut(signedOut);
  fakeServer({
    'POST /api/account/login': new Refused(401, {
      code: 'Account:InvalidUserNameOrPassword',
      message: '用户名或密码不正确',
    }),
    'GET /api/programme/task/summary': new Refused(401, { message: '请先登录' }),
  });
  const body = { tenantId: null, userName: 'a', password: 'b' };
  await expect(http.POST('/api/account/login', { body })).rejects.toThrow('用户名或密码不正确');
  expect(signedOut).not.toHaveBeenCalled();
  await expect(http.GET('/api/programme/task/summary')).rejects.toThrow('请先登录');
  expect(signedOut).toHaveBeenCalledOnce();
});
