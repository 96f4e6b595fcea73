import { api, http } from '../../api/client';
import type { ListSearch } from '../../shared/listSearch';

export const filterKeys = [
  'from',
  'to',
  'userName',
  'url',
  'result',
  'minDuration',
  'statusCode',
  'entityTypeFullName',
  'entityId',
  'correlationId',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** What is chosen on the page, as the server asks for it. */
export function filterOf({ result, minDuration, statusCode, ...rest }: Partial<Record<FilterKey, string>>) {
  return {
    ...rest,
    ...(result && { hasException: result === 'failed' }),
    ...(minDuration && { minDurationMilliseconds: Number(minDuration) }),
    ...(statusCode && { httpStatusCode: Number(statusCode) }),
  };
}

export const auditLogsQuery = ({ values, query }: Pick<ListSearch<FilterKey>, 'values' | 'query'>) =>
  api.queryOptions('get', '/api/administration/audit-log', {
    params: {
      query: {
        ...filterOf(values),
        skipCount: query.skipCount,
        maxResultCount: query.maxResultCount,
        sorting: query.sorting,
      },
    },
  });

export const auditLogQuery = (id: string) =>
  api.queryOptions('get', '/api/administration/audit-log/{id}', { params: { path: { id } } });

export const exportAuditLogs = (values: Partial<Record<FilterKey, string>>, format: 'Csv' | 'Xlsx') =>
  http.GET('/api/administration/audit-log/export', {
    params: { query: { ...filterOf(values), format } },
    parseAs: 'blob',
  });
