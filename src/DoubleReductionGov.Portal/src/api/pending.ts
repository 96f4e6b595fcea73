/** What the administration offers, in the shape of the generated types, until the server's own document has it. */
type Parameters<Query, Path> = { query?: Query; header?: never; cookie?: never } & ([Path] extends [never]
  ? { path?: never }
  : { path: Path });
export type Call<Answer, Body = never, Query = never, Path = never> = {
  parameters: Parameters<Query, Path>;
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Answer } } };
} & ([Body] extends [never]
  ? { requestBody?: never }
  : { requestBody: { content: { 'application/json': Body } } });
export type Get<Answer, Query = never, Path = never> = Call<Answer, never, Query, Path>;
export type Post<Body, Answer, Path = never> = Call<Answer, Body, never, Path>;
export type Act<Answer = undefined> = Call<Answer, never, never, { id: string }>;

export interface Paging {
  skipCount?: number;
  maxResultCount?: number;
  sorting?: string;
}
export type Paged<Item> = { items: Item[]; totalCount: number };
export type List<Item> = { items: Item[] };
export interface ById {
  id: string;
}

// Notices
export type NoticeSeverity = 'Information' | 'Warning' | 'Urgent';
export interface Notice {
  id: string;
  name: string;
  title: string;
  text: string;
  link: string | null;
  severity: NoticeSeverity;
  time: string;
  readAt: string | null;
}
export type NoticeDigest = 'AtOnce' | 'Hourly' | 'Daily';
export interface NoticePreference {
  digest: NoticeDigest;
  quietFrom: string | null;
  quietTo: string | null;
  kinds: { name: string; title: string; email: boolean; sms: boolean }[];
  emailAddress: string | null;
  phoneNumber: string | null;
}
export interface NoticePreferenceInput {
  digest: NoticeDigest;
  quietFrom: string | null;
  quietTo: string | null;
  kinds: { name: string; email: boolean; sms: boolean }[];
}

// Signing in
export type SignInStep = 'Done' | 'ChangePassword' | 'SecondFactor' | 'EnrolSecondFactor';
export interface SignInResult {
  step: SignInStep;
  ticket: string | null;
  userName: string | null;
  name: string | null;
  reason: 'FirstSignIn' | 'Expired' | null;
  secret: string | null;
  uri: string | null;
  recoveryCodes: string[] | null;
}
export interface PasswordRules {
  policy: 'Dengbao3' | 'Asvs5';
  minimumLength: number;
  maximumLength: number;
  characterClasses: number;
  historyLength: number;
  isCommonPasswordRefused: boolean;
}
export interface ExternalProvider {
  name: string;
  displayName: string;
}
export interface SignInOptions {
  cityName: string;
  counties: { id: string; name: string }[];
  demonstration: {
    password: string;
    accounts: {
      tenantId: string | null;
      tenantName: string;
      userName: string;
      roleName: string;
      personName: string;
    }[];
  } | null;
  externalProviders: ExternalProvider[];
  passwordRules: PasswordRules;
}
export interface Me {
  userName: string;
  name: string | null;
  email: string | null;
  roles: string[];
  secondFactor: boolean;
  secondFactorRequired: boolean;
  recoveryCodesLeft: number;
  passwordChangedAt: string | null;
  passwordExpiresAt: string | null;
  sessions: number;
  confirmedUntil: string | null;
  hasSessions: boolean;
}
export interface Session {
  id: string;
  device: string | null;
  browser: string | null;
  address: string | null;
  signedIn: string;
  lastAccessed: string | null;
  isCurrent: boolean;
}
export interface AccessToken {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  isRevoked: boolean;
}
export interface SecurityLog {
  id: string;
  creationTime: string;
  identity: string | null;
  action: string;
  actionName: string;
  userId: string | null;
  userName: string | null;
  clientId: string | null;
  clientIpAddress: string | null;
  browserInfo: string | null;
  correlationId: string | null;
}
export type UserSession = Omit<Session, 'isCurrent'> & {
  userId: string;
  userName: string;
  name: string | null;
};
export type PolicyName = 'Dengbao3' | 'Asvs5';
export interface PolicyRule {
  key: string;
  name: string;
  unit: string | null;
  value: number;
  policyValue: number;
  isDeviation: boolean;
  minimum: number;
  maximum: number;
  dengbao3: { value: number; source: string };
  asvs5: { value: number; source: string };
}
export interface SecurityPolicy {
  policy: PolicyName;
  rules: PolicyRule[];
}
export interface SecurityPolicyInput {
  policy: PolicyName;
  overrides: Record<string, number | null>;
}
export interface ApiClient {
  id: string;
  clientId: string;
  name: string;
  isActive: boolean;
  permissions: string[];
  secrets: { id: string; prefix: string; createdAt: string; lastUsedAt: string | null }[];
  lastUsedAt: string | null;
  concurrencyStamp: string;
}
export interface NamedScope {
  name: string;
  displayName: string;
  group: string;
}
export interface SecurityLogFilter extends Paging {
  from?: string;
  to?: string;
  userName?: string;
  action?: string;
  clientIpAddress?: string;
  correlationId?: string;
}

export interface PendingPaths {
  '/api/notices/notice': { get: Get<Paged<Notice>, Paging & { unreadOnly?: boolean }> };
  '/api/notices/notice/unread-count': { get: Get<{ count: number }> };
  '/api/notices/notice/{id}/mark-read': { post: Act };
  '/api/notices/notice/mark-all-read': { post: Call<undefined> };
  '/api/notices/preference': {
    get: Get<NoticePreference>;
    put: Post<NoticePreferenceInput, NoticePreference>;
  };

  '/api/account/sign-in-options': { get: Get<SignInOptions> };
  '/api/account/login': {
    post: Post<{ tenantId: string | null; userName: string; password: string }, SignInResult>;
  };
  '/api/account/login/change-password': { post: Post<{ ticket: string; newPassword: string }, SignInResult> };
  '/api/account/login/second-factor': { post: Post<{ ticket: string; code: string }, SignInResult> };
  '/api/account/login/enrol-second-factor': { post: Post<{ ticket: string; code: string }, SignInResult> };
  '/api/account/login/start-enrolment': { post: Post<{ ticket: string }, SignInResult> };
  '/api/account/external-login': {
    get: Get<List<{ provider: string; displayName: string; linkedAt: string }>>;
  };
  '/api/account/external-login/{provider}': {
    delete: Call<undefined, never, never, { provider: string }>;
  };
  '/api/account/me': { get: Get<Me> };
  '/api/account/password': { post: Post<{ currentPassword: string; newPassword: string }, undefined> };
  '/api/account/confirm': {
    post: Post<{ password: string | null; code: string | null }, { confirmedUntil: string }>;
  };
  '/api/account/session': { get: Get<List<Session>> };
  '/api/account/session/{id}': { delete: Act };
  '/api/account/session/end-others': { post: Call<undefined> };
  '/api/account/second-factor/start': { post: Call<{ secret: string; uri: string }> };
  '/api/account/second-factor/enable': { post: Post<{ code: string }, { recoveryCodes: string[] }> };
  '/api/account/second-factor/renew-recovery-codes': { post: Call<{ recoveryCodes: string[] }> };
  '/api/account/second-factor/disable': { post: Call<undefined> };
  '/api/account/access-token': {
    get: Get<List<AccessToken>>;
    post: Post<
      { name: string; scopes: string[]; expiresAt: string },
      { token: string; accessToken: AccessToken }
    >;
  };
  '/api/account/access-token/{id}': { delete: Act };
  '/api/account/access-token/scopes': { get: Get<List<NamedScope>> };
  '/api/account/security-log': { get: Get<Paged<SecurityLog>, Paging> };

  '/api/administration/user-session': {
    get: Get<Paged<UserSession>, Paging & { userId?: string; filter?: string }>;
  };
  '/api/administration/user-session/{id}': { delete: Act };
  '/api/administration/user-session/end-all/{userId}': {
    post: Call<undefined, never, never, { userId: string }>;
  };
  '/api/administration/user-second-factor/reset/{userId}': {
    post: Call<undefined, never, never, { userId: string }>;
  };
  '/api/administration/security-policy': {
    get: Get<SecurityPolicy>;
    put: Post<SecurityPolicyInput, SecurityPolicy>;
  };
  '/api/administration/security-log': { get: Get<Paged<SecurityLog>, SecurityLogFilter> };
  '/api/administration/security-log/export': { get: Get<string, SecurityLogFilter> };
  '/api/administration/api-client': {
    get: Get<Paged<ApiClient>, Paging & { filter?: string }>;
    post: Post<
      { clientId: string; name: string; permissions: string[] },
      { client: ApiClient; secret: string }
    >;
  };
  '/api/administration/api-client/{id}': {
    get: Get<ApiClient, never, ById>;
    put: Post<Pick<ApiClient, 'name' | 'permissions' | 'isActive' | 'concurrencyStamp'>, ApiClient, ById>;
  };
  '/api/administration/api-client/{id}/secret': { post: Act<{ secret: string }> };
  '/api/administration/api-client/{id}/secret/{secretId}': {
    delete: Call<undefined, never, never, { id: string; secretId: string }>;
  };
  '/api/administration/api-client/available-permissions': { get: Get<List<NamedScope>> };
}
