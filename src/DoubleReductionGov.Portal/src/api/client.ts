import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { antiforgeryHeader, antiforgeryToken } from './antiforgery';
import { isSignedOut, readApiError } from './apiError';
import { fetchConfirmed } from './confirmation';
import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type ErrorInfo = Schemas['RemoteServiceErrorResponse']['error'];
export type ApplicationConfiguration = Schemas['ApplicationConfigurationDto'];
export type DemonstrationAccount = Schemas['DemonstrationAccountDto'];
export type ReferenceDate = Schemas['ReferenceDateDto'];

export type Organisation = Schemas['OrganisationDto'];
export type Person = Schemas['PersonDto'];
export type Visit = Schemas['VisitDto'];

export type Light = Schemas['Light'];
export type Measure = Schemas['MeasureDto'];
export type LightReason = Schemas['LightReason'];
export type TaskState = Schemas['TaskState'];
export type TaskListItem = Schemas['TaskListItem'];
export type TaskSummary = Schemas['TaskSummary'];
export type Task = Schemas['TaskDto'];
export type Step = Schemas['StepDto'];
export type Evidence = Schemas['EvidenceDto'];
export type Extension = Schemas['ExtensionDto'];
export type Change = Schemas['ChangeDto'];
export type StepInput = Schemas['StepInput'];
export type RecordProgressInput = Schemas['RecordProgressInput'];

export type Timeline = Schemas['TimelineDto'];
export type TimelineRow = Schemas['TimelineRow'];

export type WallChart = Schemas['WallChartDto'];
export type WallChartCounty = Schemas['WallChartCounty'];
export type WallChartTask = Schemas['WallChartTask'];
export type WallChartCell = Schemas['WallChartCellDto'];

export type PlanListItem = Schemas['PlanListItem'];
export type PlanState = Schemas['PlanState'];
export type Plan = Schemas['PlanDto'];
export type PlanItem = Schemas['PlanItemDto'];
export type MissingItem = Schemas['MissingItem'];
export type UpdatePlanItemInput = Schemas['UpdatePlanItemInput'];

export type WaitingItem = Schemas['WaitingItem'];

export type AccessToken = Schemas['AccessTokenDto'];
export type ApiClient = Schemas['ApiClientDto'];
export type ExternalProvider = Schemas['ExternalProviderDto'];
export type Me = Schemas['MyAccountDto'];
export type NamedScope = Schemas['ScopeDto'];
export type Notice = Schemas['NoticeDto'];
export type NoticePreference = Schemas['PreferenceDto'];
export type NoticePreferenceInput = Schemas['UpdatePreferenceInput'];
export type NoticeSeverity = Schemas['NoticeSeverity'];
export type NoticeDigest = Schemas['Digest'];
export type PasswordRules = Schemas['PasswordRulesDto'];
export type PolicyName = Schemas['SecurityPolicyName'];
export type PolicyRule = Schemas['SecurityRuleDto'];
export type SecurityLog = Schemas['SecurityLogDto'];
export type SecurityPolicy = Schemas['SecurityPolicyDto'];
export type SecurityPolicyInput = Schemas['UpdateSecurityPolicyInput'];
export type Session = Schemas['SessionDto'];
export type UserSession = Schemas['UserSessionDto'];
export type SignInResult = Schemas['LoginResult'];
export type SignInStep = Schemas['SignInStep'];
export type SignInOptions = Schemas['SignInOptionsDto'];
export type AuditLog = Schemas['AuditLogDto'];
export type AuditLogItem = Schemas['AuditLogItem'];
export type EntityChange = Schemas['EntityChangeDto'];
export type PropertyChange = Schemas['PropertyChangeDto'];
export type CountyListItem = Schemas['CountyListItem'];
export type CreateUserInput = Schemas['CreateUserInput'];
export type UpdateUserInput = Schemas['UpdateUserInput'];
export type Duty = Schemas['DutyDto'];
export type OneTimePassword = Schemas['OneTimePasswordDto'];
export type ParkedEvent = Schemas['ParkedEventDto'];
export type Right = Schemas['Right'];
export type RightGroup = Schemas['RightGroup'];
export type Rights = Schemas['RightsDto'];
export type RoleListItem = Schemas['RoleListItem'];
export type User = Schemas['UserDto'];
export type UserImportResult = Schemas['UserImportResult'];
export type UserListItem = Schemas['UserListItem'];
export type UserPerson = Schemas['UserPerson'];
export type UserRole = Schemas['UserRole'];

let whenSignedOut: () => void = () => {};

/** Called when the server no longer knows who is asking. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler;
}

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

const conventions: Middleware = {
  onRequest({ request }) {
    // An unauthenticated browser request is answered with 401 instead of a redirect to a page.
    request.headers.set('X-Requested-With', 'XMLHttpRequest');
    const token = antiforgeryToken();
    if (token && !safeMethods.includes(request.method)) request.headers.set(antiforgeryHeader, token);
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return;
    const error = await readApiError(response);
    if (isSignedOut(error)) whenSignedOut();
    throw error;
  },
};

export const http = createFetchClient<paths>({
  baseUrl: typeof window === 'undefined' ? '/' : window.location.origin,
  fetch: fetchConfirmed,
});
http.use(conventions);

export const api = createQueryClient(http);

/** The body of an answer that cannot be empty: errors were thrown before. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('The server sent an empty answer.');
  return data;
}

/** A multipart body with one part named "file". The generated type calls a binary part a string. */
export function fileBody(file: File): { body: { file: string }; bodySerializer: () => FormData } {
  return {
    body: { file: file.name },
    bodySerializer: () => {
      const form = new FormData();
      form.append('file', file);
      return form;
    },
  };
}
