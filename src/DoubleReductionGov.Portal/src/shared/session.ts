import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ApplicationConfiguration, api } from '../api/client';
import { type Can, canOf } from './permissions';

/** Who is signed in and what they may do. The request also sets the antiforgery cookie. */
export const configurationQuery = api.queryOptions(
  'get',
  '/api/abp/application-configuration',
  { params: { query: { includeLocalizationResources: false } } },
  { staleTime: Number.POSITIVE_INFINITY, meta: { keep: true } },
);

export interface Session {
  signedIn: boolean;
  userName: string;
  personName: string;
  roles: string[];
  tenantName: string | null;
  isCity: boolean;
  cityName: string;
  organisation: { id: string; name: string } | null;
  can: Can;
}

export function sessionOf(configuration: ApplicationConfiguration): Session {
  const { currentUser, currentTenant, auth, extraProperties } = configuration;
  const extra = extraProperties as unknown as { organisation?: Session['organisation']; cityName?: string };
  return {
    signedIn: currentUser.isAuthenticated,
    userName: currentUser.userName ?? '',
    personName: currentUser.name || currentUser.userName || '',
    roles: currentUser.roles,
    tenantName: currentTenant.name,
    isCity: currentTenant.id === null,
    cityName: extra.cityName ?? '',
    organisation: extra.organisation ?? null,
    can: canOf(auth.grantedPolicies),
  };
}

/** The session of a signed-in user: only for what is shown below the shell, which has loaded it. */
export function useSession(): Session {
  const { data } = useQuery(configurationQuery);
  if (!data) throw new Error('The session was used before it was loaded.');
  return sessionOf(data);
}

export function useCan(): Can {
  return useSession().can;
}

/** After signing in or out: nothing of the former user stays, and the antiforgery cookie is fetched anew. */
export function useRefreshSession(): () => Promise<Session> {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ predicate: (query) => query.queryKey[1] !== configurationQuery.queryKey[1] });
    return sessionOf(await client.fetchQuery({ ...configurationQuery, staleTime: 0 }));
  };
}
