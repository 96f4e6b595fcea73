import { api, type CountyListItem, dataOf, http } from '../../api/client';

type Stamped = Pick<CountyListItem, 'id' | 'concurrencyStamp'>;

const pathOf = (id: string) => ({ params: { path: { id } } });

export const countiesQuery = (query: {
  filter?: string;
  skipCount?: number;
  maxResultCount?: number;
  sorting?: string;
}) => api.queryOptions('get', '/api/administration/county', { params: { query } });

export interface NewCounty {
  name: string;
  code: string;
  connectionString: string | null;
}

export const createCounty = (body: NewCounty) => dataOf(http.POST('/api/administration/county', { body }));

export const renameCounty = ({ id, concurrencyStamp }: Stamped, name: string) =>
  dataOf(http.PUT('/api/administration/county/{id}', { ...pathOf(id), body: { name, concurrencyStamp } }));

export const testConnection = (connectionString: string) =>
  http.POST('/api/administration/county/test-connection', { body: { connectionString } });

export const activateCounty = ({ id, concurrencyStamp }: Stamped) =>
  http.POST('/api/administration/county/{id}/activate', { ...pathOf(id), body: { concurrencyStamp } });

export const deactivateCounty = ({ id, concurrencyStamp }: Stamped) =>
  http.POST('/api/administration/county/{id}/deactivate', { ...pathOf(id), body: { concurrencyStamp } });
