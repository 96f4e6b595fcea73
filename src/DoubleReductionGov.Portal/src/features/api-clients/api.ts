import { type ApiClient, api, dataOf, http } from '../../api/client';

const pathOf = (id: string) => ({ params: { path: { id } } });

export const clientsQuery = (query: { filter?: string; skipCount?: number; maxResultCount?: number }) =>
  api.queryOptions('get', '/api/administration/api-client', { params: { query } });

export const clientQuery = (id: string) =>
  api.queryOptions('get', '/api/administration/api-client/{id}', pathOf(id));

export const availableQuery = api.queryOptions('get', '/api/administration/api-client/available-permissions');

export const createClient = (body: Pick<ApiClient, 'clientId' | 'name' | 'permissions'>) =>
  dataOf(http.POST('/api/administration/api-client', { body }));

export const updateClient = (
  { id, concurrencyStamp }: Pick<ApiClient, 'id' | 'concurrencyStamp'>,
  changes: Pick<ApiClient, 'name' | 'permissions' | 'isActive'>,
) =>
  dataOf(
    http.PUT('/api/administration/api-client/{id}', {
      ...pathOf(id),
      body: { ...changes, concurrencyStamp },
    }),
  );

export const addSecret = (id: string) =>
  dataOf(http.POST('/api/administration/api-client/{id}/secret', pathOf(id)));

export const removeSecret = (id: string, secretId: string) =>
  http.DELETE('/api/administration/api-client/{id}/secret/{secretId}', {
    params: { path: { id, secretId } },
  });
