import { api } from '../api/client';

/** What the signed-in person may know of their own account. */
export const meQuery = api.queryOptions('get', '/api/account/me');
