import { infiniteQueryOptions } from '@tanstack/react-query';
import {
  api,
  dataOf,
  fileBody,
  http,
  type RecordProgressInput,
  type StepInput,
  type Task,
} from '../../api/client';

/** A task as its own county sees it, or as the city sees it, who must give a purpose that is logged. */
export interface TaskPlace {
  taskId: string;
  county?: { id: string; purpose: string };
}

type Stamped = Pick<Task, 'id' | 'concurrencyStamp'>;

const pathOf = (id: string) => ({ params: { path: { id } } });

export const taskQuery = (id: string) => api.queryOptions('get', '/api/programme/task/{id}', pathOf(id));

/** Each request is a visit in the county's log, so the answer is kept until the page is left. */
export const countyTaskQuery = (id: string, countyId: string, purpose: string) =>
  api.queryOptions(
    'get',
    '/api/programme/county-task/{id}',
    { params: { path: { id }, query: { countyId, purpose } } },
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, meta: { keep: true } },
  );

const historyPageSize = 20;

export const historyQuery = ({ taskId: id, county }: TaskPlace) =>
  infiniteQueryOptions({
    queryKey: ['task-history', id, county?.id ?? null],
    meta: { keep: county !== undefined },
    staleTime: county ? Number.POSITIVE_INFINITY : 15_000,
    initialPageParam: 0,
    queryFn: ({ pageParam: skipCount }) => {
      const page = { skipCount, maxResultCount: historyPageSize };
      const answer = county
        ? http.GET('/api/programme/county-task/{id}/history', {
            params: { path: { id }, query: { countyId: county.id, purpose: county.purpose, ...page } },
          })
        : http.GET('/api/programme/task/{id}/history', { params: { path: { id }, query: page } });
      return dataOf(answer);
    },
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.items.length, 0);
      return shown < last.totalCount ? shown : undefined;
    },
  });

export function evidenceAddress({ taskId, county }: TaskPlace, evidenceId: string): string {
  if (!county) return `/api/programme/task/${taskId}/evidence/${evidenceId}`;
  return `/api/programme/county-task/${taskId}/evidence?countyId=${county.id}&evidenceId=${evidenceId}`;
}

export const assignPerson = ({ id, concurrencyStamp }: Stamped, personId: string) =>
  dataOf(
    http.POST('/api/programme/task/{id}/assign', { ...pathOf(id), body: { personId, concurrencyStamp } }),
  );

export const saveStep = (id: string, stepId: string | null, body: StepInput) =>
  dataOf(
    stepId === null
      ? http.POST('/api/programme/task/{id}/step', { ...pathOf(id), body })
      : http.PUT('/api/programme/task/{id}/step/{stepId}', { params: { path: { id, stepId } }, body }),
  );

export const removeStep = ({ id, concurrencyStamp }: Stamped, stepId: string) =>
  dataOf(
    http.DELETE('/api/programme/task/{id}/step/{stepId}', {
      params: { path: { id, stepId }, query: { concurrencyStamp } },
    }),
  );

export const recordProgress = (id: string, body: RecordProgressInput) =>
  dataOf(http.POST('/api/programme/task/{id}/record-progress', { ...pathOf(id), body }));

export const uploadEvidence = (id: string, stepId: string | undefined, file: File) =>
  dataOf(
    http.POST('/api/programme/task/{id}/evidence', {
      params: { path: { id }, query: { stepId } },
      ...fileBody(file),
    }),
  );

export const removeEvidence = (id: string, evidenceId: string) =>
  dataOf(
    http.DELETE('/api/programme/task/{id}/evidence/{evidenceId}', { params: { path: { id, evidenceId } } }),
  );

export const claim = ({ id, concurrencyStamp }: Stamped, note: string | null) =>
  dataOf(http.POST('/api/programme/task/{id}/claim', { ...pathOf(id), body: { note, concurrencyStamp } }));

export const askExtension = ({ id, concurrencyStamp }: Stamped, newDue: string, reason: string) =>
  dataOf(
    http.POST('/api/programme/task/{id}/ask-extension', {
      ...pathOf(id),
      body: { newDue, reason, concurrencyStamp },
    }),
  );

export const waitingQuery = () => api.queryOptions('get', '/api/programme/verification');

export const verify = ({ id, concurrencyStamp }: Stamped, countyId: string, note: string | null) =>
  dataOf(
    http.POST('/api/programme/verification/{id}/verify', {
      ...pathOf(id),
      body: { countyId, note, concurrencyStamp },
    }),
  );

export const returnClaim = ({ id, concurrencyStamp }: Stamped, countyId: string, reason: string) =>
  dataOf(
    http.POST('/api/programme/verification/{id}/return', {
      ...pathOf(id),
      body: { countyId, reason, concurrencyStamp },
    }),
  );

export interface Decision {
  countyId: string;
  extensionId: string;
  grant: boolean;
  reason: string | null;
}

export const decideExtension = ({ id, concurrencyStamp }: Stamped, decision: Decision) =>
  dataOf(
    http.POST('/api/programme/verification/{id}/decide-extension', {
      ...pathOf(id),
      body: { ...decision, concurrencyStamp },
    }),
  );
