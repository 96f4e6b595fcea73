import { api, dataOf, http, type RoleListItem } from '../../api/client';

const pathOf = (id: string) => ({ path: { id } });

export const rolesQuery = (query: {
  filter?: string;
  sorting?: string;
  skipCount?: number;
  maxResultCount?: number;
}) => api.queryOptions('get', '/api/administration/role', { params: { query } });

export const createRole = (name: string) => dataOf(http.POST('/api/administration/role', { body: { name } }));

export const renameRole = ({ id, concurrencyStamp }: RoleListItem, name: string) =>
  dataOf(http.PUT('/api/administration/role/{id}', { params: pathOf(id), body: { name, concurrencyStamp } }));

export const cloneRole = ({ id }: RoleListItem, name: string) =>
  dataOf(http.POST('/api/administration/role/{id}/clone', { params: pathOf(id), body: { name } }));

export const removeRole = ({ id, concurrencyStamp }: RoleListItem) =>
  http.DELETE('/api/administration/role/{id}', {
    params: { ...pathOf(id), query: { concurrencyStamp } },
  });

export const roleRightsQuery = (roleId: string) =>
  api.queryOptions('get', '/api/administration/right/for-role/{roleId}', { params: { path: { roleId } } });

export const saveRoleRights = (roleId: string, granted: string[], concurrencyStamp: string) =>
  dataOf(
    http.PUT('/api/administration/right/for-role/{roleId}', {
      params: { path: { roleId } },
      body: { granted, concurrencyStamp },
    }),
  );
