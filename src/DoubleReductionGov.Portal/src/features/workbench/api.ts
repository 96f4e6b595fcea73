import { api, dataOf, http, type TaskListItem } from '../../api/client';
import { queryOf, type TaskFilter } from './taskFilter';

export const exportMaximum = 1000;

export const summaryQuery = () => api.queryOptions('get', '/api/programme/task/summary');

export const tasksQuery = (filter: TaskFilter) =>
  api.queryOptions('get', '/api/programme/task', { params: { query: queryOf(filter) } });

export interface Export {
  tasks: TaskListItem[];
  cut: boolean;
}

export async function fetchForExport(filter: TaskFilter): Promise<Export> {
  const query = queryOf({ ...filter, page: 1, pageSize: exportMaximum });
  const { items, totalCount } = await dataOf(http.GET('/api/programme/task', { params: { query } }));
  return { tasks: items, cut: totalCount > items.length };
}
