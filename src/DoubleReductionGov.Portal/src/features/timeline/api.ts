import { api } from '../../api/client';

export const timelineQuery = (planId: string | undefined) =>
  api.queryOptions('get', '/api/programme/timeline', { params: { query: { planId } } });

/** A county knows its plans from its summary, the city from its list of plans. */
export const countyPlansQuery = () => api.queryOptions('get', '/api/programme/task/summary');

export const cityPlansQuery = () =>
  api.queryOptions('get', '/api/programme/plan', { params: { query: { maxResultCount: 100 } } });
