import { api, dataOf, http, type SecurityPolicyInput } from '../../api/client';

export const policyQuery = api.queryOptions('get', '/api/administration/security-policy');

export const savePolicy = (body: SecurityPolicyInput) =>
  dataOf(http.PUT('/api/administration/security-policy', { body }));
