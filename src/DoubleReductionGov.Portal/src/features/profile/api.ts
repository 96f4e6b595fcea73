import { api, dataOf, http } from '../../api/client';

const pathOf = (id: string) => ({ params: { path: { id } } });

export const optionsQuery = api.queryOptions('get', '/api/account/sign-in-options');

export const changePassword = (currentPassword: string, newPassword: string) =>
  http.POST('/api/account/password', { body: { currentPassword, newPassword } });

export const startSecondFactor = () => dataOf(http.POST('/api/account/second-factor/start'));

export const enableSecondFactor = (code: string) =>
  dataOf(http.POST('/api/account/second-factor/enable', { body: { code } }));

export const renewRecoveryCodes = () => dataOf(http.POST('/api/account/second-factor/renew-recovery-codes'));

export const disableSecondFactor = () => http.POST('/api/account/second-factor/disable');

export const sessionsQuery = api.queryOptions('get', '/api/account/session');

export const endSession = (id: string) => http.DELETE('/api/account/session/{id}', pathOf(id));

export const endOtherSessions = () => http.POST('/api/account/session/end-others');

export const tokensQuery = api.queryOptions('get', '/api/account/access-token');

export const scopesQuery = api.queryOptions('get', '/api/account/access-token/scopes');

export interface NewToken {
  name: string;
  scopes: string[];
  /** A moment in UTC. */
  expiresAt: string;
}

export const createToken = (body: NewToken) => dataOf(http.POST('/api/account/access-token', { body }));

export const revokeToken = (id: string) => http.DELETE('/api/account/access-token/{id}', pathOf(id));

export const linksQuery = api.queryOptions('get', '/api/account/external-login');

export const unlink = (provider: string) =>
  http.DELETE('/api/account/external-login/{provider}', { params: { path: { provider } } });

export const historyQuery = (skipCount: number, maxResultCount: number) =>
  api.queryOptions('get', '/api/account/security-log', { params: { query: { skipCount, maxResultCount } } });
