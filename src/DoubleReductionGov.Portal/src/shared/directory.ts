import { api } from '../api/client';

const rarelyChanges = { staleTime: 5 * 60_000 };

export const organisationsQuery = () =>
  api.queryOptions('get', '/api/directory/organisation', {}, rarelyChanges);

export const peopleQuery = (organisationId?: string) =>
  api.queryOptions('get', '/api/directory/person', { params: { query: { organisationId } } }, rarelyChanges);
