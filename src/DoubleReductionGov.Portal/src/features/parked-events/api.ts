import { api, http } from '../../api/client';

/** Undefined: the city's database. */
type CountyId = string | undefined;

export const parkedQuery = (query: { countyId?: string; skipCount: number; maxResultCount: number }) =>
  api.queryOptions('get', '/api/administration/parked-event', { params: { query } });

/** Counties with a database of their own have an outbox of their own. */
export const databasesQuery = api.queryOptions('get', '/api/administration/county', {
  params: { query: { maxResultCount: 200 } },
});

export const retryEvent = (id: string, countyId: CountyId) =>
  http.POST('/api/administration/parked-event/{id}/retry', {
    params: { path: { id } },
    body: { countyId: countyId ?? null },
  });

export const discardEvent = (id: string, countyId: CountyId, reason: string) =>
  http.DELETE('/api/administration/parked-event/{id}', {
    params: { path: { id }, query: { countyId, reason } },
  });
