import { api, dataOf, fileBody, http, type Plan, type UpdatePlanItemInput } from '../../api/client';

type Stamped = Pick<Plan, 'id' | 'concurrencyStamp'>;

const pathOf = (id: string) => ({ params: { path: { id } } });

export const plansQuery = () =>
  api.queryOptions('get', '/api/programme/plan', {
    params: { query: { maxResultCount: 100, sorting: 'year desc' } },
  });

/** Asked again every three seconds while the counties have not all received what was published. */
export const planQuery = (id: string) =>
  api.queryOptions('get', '/api/programme/plan/{id}', pathOf(id), {
    refetchInterval: ({ state }) => (state.data && isBeingIssued(state.data) ? 3000 : false),
  });

export function isBeingIssued({
  state,
  issuedCounties,
  countyCount,
}: Pick<Plan, 'state' | 'issuedCounties' | 'countyCount'>): boolean {
  return state === 'Published' && issuedCounties < countyCount;
}

export const importPlan = (file: File) => dataOf(http.POST('/api/programme/plan/import', fileBody(file)));

export const removePlan = (id: string) => http.DELETE('/api/programme/plan/{id}', pathOf(id));

export const updateItem = (id: string, itemId: string, body: UpdatePlanItemInput) =>
  dataOf(http.PUT('/api/programme/plan/{id}/item/{itemId}', { params: { path: { id, itemId } }, body }));

export const assignPeople = (
  { id, concurrencyStamp }: Stamped,
  people: { organisationId: string; personId: string }[],
) =>
  dataOf(
    http.POST('/api/programme/plan/{id}/assign-people', {
      ...pathOf(id),
      body: { people, concurrencyStamp },
    }),
  );

export const approvePlan = ({ id, concurrencyStamp }: Stamped) =>
  dataOf(http.POST('/api/programme/plan/{id}/approve', { ...pathOf(id), body: { concurrencyStamp } }));

export const publishPlan = ({ id, concurrencyStamp }: Stamped) =>
  dataOf(http.POST('/api/programme/plan/{id}/publish', { ...pathOf(id), body: { concurrencyStamp } }));
