import { api } from '../../api/client';

export const waitingQuery = () => api.queryOptions('get', '/api/programme/verification');

export const referenceDateQuery = () => api.queryOptions('get', '/api/programme/reference-date');
