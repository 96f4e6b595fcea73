import type { Light, TaskState } from '../../api/client';

export interface TaskFilter {
  filter?: string;
  light?: Light;
  state?: TaskState;
  planId?: string;
  mine: boolean;
  dueSoon: boolean;
  withoutPerson: boolean;
  /** "due desc"; without it red comes first. */
  sorting?: string;
  page: number;
  pageSize: number;
}

export const defaultPageSize = 20;

const lights: readonly string[] = ['Red', 'Yellow', 'Green', 'Grey'] satisfies Light[];
const states: readonly string[] = [
  'NotStarted',
  'InProgress',
  'Claimed',
  'Returned',
  'Done',
] satisfies TaskState[];

/** The filter lives in the address, so that it survives a visit to a task and can be sent to a colleague. */
export function filterOf(search: URLSearchParams): TaskFilter {
  const light = search.get('light') ?? '';
  const state = search.get('state') ?? '';
  return {
    filter: search.get('filter') || undefined,
    light: lights.includes(light) ? (light as Light) : undefined,
    state: states.includes(state) ? (state as TaskState) : undefined,
    planId: search.get('plan') || undefined,
    mine: search.get('mine') === '1',
    dueSoon: search.get('dueSoon') === '1',
    withoutPerson: search.get('withoutPerson') === '1',
    sorting: search.get('sorting') || undefined,
    page: positive(search.get('page'), 1),
    pageSize: Math.min(positive(search.get('size'), defaultPageSize), 100),
  };
}

export function searchOf(filter: TaskFilter): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string | undefined) => value && search.set(name, value);
  put('filter', filter.filter);
  put('light', filter.light);
  put('state', filter.state);
  put('plan', filter.planId);
  put('mine', filter.mine ? '1' : undefined);
  put('dueSoon', filter.dueSoon ? '1' : undefined);
  put('withoutPerson', filter.withoutPerson ? '1' : undefined);
  put('sorting', filter.sorting);
  put('page', filter.page > 1 ? String(filter.page) : undefined);
  put('size', filter.pageSize !== defaultPageSize ? String(filter.pageSize) : undefined);
  return search;
}

/** The same filter as the server reads it; what is not set is not sent. */
export function queryOf({ page, pageSize, mine, dueSoon, withoutPerson, ...rest }: TaskFilter) {
  return {
    ...rest,
    mine: mine || undefined,
    dueSoon: dueSoon || undefined,
    withoutPerson: withoutPerson || undefined,
    skipCount: (page - 1) * pageSize,
    maxResultCount: pageSize,
  };
}

export function isFiltered(filter: TaskFilter): boolean {
  const { light, state, planId, mine, dueSoon, withoutPerson } = filter;
  return Boolean(filter.filter || light || state || planId || mine || dueSoon || withoutPerson);
}

/** Everything shown, in the same order and page size. */
export function withoutFilters(filter: TaskFilter): TaskFilter {
  const { sorting, pageSize } = filter;
  return { mine: false, dueSoon: false, withoutPerson: false, sorting, page: 1, pageSize };
}

function positive(value: string | null, fallback: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : fallback;
}
