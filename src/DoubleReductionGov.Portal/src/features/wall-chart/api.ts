import { api } from '../../api/client';

export const wallChartQuery = (planId: string | undefined) =>
  api.queryOptions('get', '/api/programme/wall-chart', { params: { query: { planId } } });
