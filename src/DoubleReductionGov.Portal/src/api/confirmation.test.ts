import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeServer, Refused } from '../test/fakeServer';
import { http } from './client';
import { isUnconfirmed, onConfirmationNeeded } from './confirmation';

const needed = new Refused(403, { code: 'Platform:ConfirmationNeeded', message: '请再次确认身份' });
const path = '/api/administration/user/{id}/reset-password';
const address = 'POST /api/administration/user/u1/reset-password';
const params = { path: { id: 'u1' } };

beforeEach(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: the test plays the server that sets the cookie
  document.cookie = 'XSRF-TOKEN=token-1';
});
afterEach(() => onConfirmationNeeded(async () => false));

test('a confirmed act is sent once more, with the token of the confirmed session', async () => {
  let confirmed = false;
  onConfirmationNeeded(async () => {
    confirmed = true;
    // biome-ignore lint/suspicious/noDocumentCookie: the test plays the server that sets the cookie
    document.cookie = 'XSRF-TOKEN=token-2';
    return true;
  });
  const received = fakeServer({ [address]: () => (confirmed ? { password: 'once' } : needed) });
  const { data } = await http.POST(path, { params });
  expect(data).toEqual({ password: 'once' });
  expect(received.map(({ headers }) => headers.get('RequestVerificationToken'))).toEqual([
    'token-1',
    'token-2',
  ]);
});

test('without the confirmation the act is refused and not sent again', async () => {
  const received = fakeServer({ [address]: needed });
  const error = await http.POST(path, { params }).catch((caught: unknown) => caught);
  expect(isUnconfirmed(error)).toBe(true);
  expect(received).toHaveLength(1);
});

test('an act that is refused again after the confirmation is not sent a third time', async () => {
  onConfirmationNeeded(async () => true);
  const received = fakeServer({ [address]: needed });
  await expect(http.POST(path, { params })).rejects.toThrow('请再次确认身份');
  expect(received).toHaveLength(2);
});

test('two acts that are refused together ask once', async () => {
  let confirmed = false;
  const ask = vi.fn(async () => {
    confirmed = true;
    return true;
  });
  onConfirmationNeeded(ask);
  fakeServer({ [address]: () => (confirmed ? { password: 'once' } : needed) });
  await Promise.all([http.POST(path, { params }), http.POST(path, { params })]);
  expect(ask).toHaveBeenCalledOnce();
});

test('another refusal asks nothing', async () => {
  const ask = vi.fn(async () => true);
  onConfirmationNeeded(ask);
  fakeServer({
    [address]: new Refused(403, { code: 'Administration:UserIsInactive', message: '账号已停用' }),
  });
  await expect(http.POST(path, { params })).rejects.toThrow('账号已停用');
  expect(ask).not.toHaveBeenCalled();
});
