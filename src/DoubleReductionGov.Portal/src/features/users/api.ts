import {
  api,
  type CreateUserInput,
  dataOf,
  fileBody,
  http,
  type UpdateUserInput,
  type UserListItem,
} from '../../api/client';
import type { UserFilter } from './userFilter';

type Stamped = Pick<UserListItem, 'id' | 'concurrencyStamp'>;
interface Page {
  skipCount?: number;
  maxResultCount?: number;
  sorting?: string;
}

const pathOf = (id: string) => ({ params: { path: { id } } });
const rarelyChanges = { staleTime: 5 * 60_000 };

export const usersQuery = (query: UserFilter & Page) =>
  api.queryOptions('get', '/api/administration/user', { params: { query } });

export const userQuery = (id: string) => api.queryOptions('get', '/api/administration/user/{id}', pathOf(id));

export const rolesQuery = api.queryOptions(
  'get',
  '/api/administration/user/assignable-roles',
  {},
  rarelyChanges,
);

export const organisationsQuery = api.queryOptions(
  'get',
  '/api/administration/user/organisations',
  {},
  rarelyChanges,
);

export const peopleQuery = (filter: string) =>
  api.queryOptions('get', '/api/administration/user/people', { params: { query: { filter } } });

export const createUser = (body: CreateUserInput) => dataOf(http.POST('/api/administration/user', { body }));

export const updateUser = (id: string, body: UpdateUserInput) =>
  dataOf(http.PUT('/api/administration/user/{id}', { ...pathOf(id), body }));

export const activateUser = ({ id, concurrencyStamp }: Stamped) =>
  http.POST('/api/administration/user/{id}/activate', { ...pathOf(id), body: { concurrencyStamp } });

export const deactivateUser = ({ id, concurrencyStamp }: Stamped) =>
  http.POST('/api/administration/user/{id}/deactivate', { ...pathOf(id), body: { concurrencyStamp } });

export const unlockUser = (id: string) => http.POST('/api/administration/user/{id}/unlock', pathOf(id));

export const resetPassword = (id: string) =>
  dataOf(http.POST('/api/administration/user/{id}/reset-password', pathOf(id)));

export const resetSecondFactor = (userId: string) =>
  http.POST('/api/administration/user-second-factor/reset/{userId}', { params: { path: { userId } } });

export const assignRoles = ({ id, concurrencyStamp }: Stamped, roleIds: string[]) =>
  http.PUT('/api/administration/user/{id}/roles', { ...pathOf(id), body: { roleIds, concurrencyStamp } });

export const userRightsQuery = (userId: string) =>
  api.queryOptions('get', '/api/administration/right/for-user/{userId}', { params: { path: { userId } } });

export const saveUserRights = (userId: string, granted: string[], concurrencyStamp: string) =>
  dataOf(
    http.PUT('/api/administration/right/for-user/{userId}', {
      params: { path: { userId } },
      body: { granted, concurrencyStamp },
    }),
  );

export const importUsers = (file: File, isDryRun: boolean) =>
  dataOf(
    http.POST('/api/administration/user/import', { params: { query: { isDryRun } }, ...fileBody(file) }),
  );

export const importTemplate = () => http.GET('/api/administration/user/import-template', { parseAs: 'blob' });

export const exportUsers = (query: UserFilter & { sorting?: string }) =>
  http.GET('/api/administration/user/export', { params: { query }, parseAs: 'blob' });
