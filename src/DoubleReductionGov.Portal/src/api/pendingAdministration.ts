import type { Act, ById, Call, Get, List, Paged, Paging, Post } from './pending';

// Users
export interface UserRole {
  id: string;
  name: string;
  displayName: string;
  isOfficer: boolean;
}
export interface UserListItem {
  id: string;
  userName: string;
  name: string | null;
  phoneNumber: string | null;
  email: string | null;
  isActive: boolean;
  isLocked: boolean;
  lockoutEnd: string | null;
  mustChangePassword: boolean;
  twoFactorEnabled: boolean;
  organisationId: string | null;
  organisationName: string | null;
  roles: UserRole[];
  creationTime: string;
  concurrencyStamp: string;
}
export type User = UserListItem & {
  personId: string | null;
  post: string | null;
  lastPasswordChangeTime: string | null;
};
export interface CreateUserInput {
  userName: string;
  name: string;
  phoneNumber: string | null;
  email: string | null;
  personId: string | null;
  organisationId: string | null;
  post: string | null;
}
export type UpdateUserInput = Omit<CreateUserInput, 'userName'> & { concurrencyStamp: string };
export interface OneTimePassword {
  userId: string;
  userName: string;
  password: string;
  expiresAt: string;
}
export interface UserPerson {
  id: string;
  name: string;
  post: string | null;
  organisationId: string;
  organisationName: string;
}
export interface UserImportResult {
  isDryRun: boolean;
  rowCount: number;
  createdCount: number;
  errors: { row: number; column: string | null; message: string }[];
  accounts: { row: number; userName: string; password: string; expiresAt: string }[];
}
export interface UserFilter {
  filter?: string;
  roleId?: string;
  organisationId?: string;
  isActive?: boolean;
  isLocked?: boolean;
}

// Roles and rights
export interface RoleListItem {
  id: string;
  name: string;
  displayName: string;
  isStatic: boolean;
  isOfficer: boolean;
  userCount: number;
  concurrencyStamp: string;
}
export type RightSide = 'Tenant' | 'Host' | 'Both';
export interface Right {
  name: string;
  displayName: string;
  parentName: string | null;
  depth: number;
  isGranted: boolean;
  isDirect: boolean;
  isAllowed: boolean;
  side: RightSide;
  grantedByRoles: string[];
}
export interface RightGroup {
  name: string;
  displayName: string;
  rights: Right[];
}
export interface Rights {
  kind: 'Role' | 'User';
  name: string;
  isEditable: boolean;
  whyNotEditable: string | null;
  concurrencyStamp: string;
  groups: RightGroup[];
}

// Counties and duties
export interface CountyListItem {
  id: string;
  name: string;
  code: string | null;
  isActive: boolean;
  hasOwnDatabase: boolean;
  connection: string | null;
  creationTime: string;
  concurrencyStamp: string;
}
export interface Duty {
  name: string;
  displayName: string;
  first: { name: string; displayName: string };
  second: { name: string; displayName: string };
  users: { id: string; userName: string; name: string | null }[];
  userCount: number;
}

// Audit log
export interface AuditLogItem {
  id: string;
  executionTime: string;
  executionDuration: number;
  userId: string | null;
  userName: string | null;
  isFromOutside: boolean;
  clientIpAddress: string | null;
  httpMethod: string | null;
  url: string | null;
  httpStatusCode: number | null;
  hasException: boolean;
  actionName: string | null;
  entityChangeCount: number;
}
export interface PropertyChange {
  propertyName: string;
  propertyTypeFullName: string;
  originalValue: string | null;
  newValue: string | null;
}
export interface EntityChange {
  id: string;
  changeTime: string;
  changeType: 'Created' | 'Updated' | 'Deleted';
  entityTypeFullName: string;
  entityId: string;
  propertyChanges: PropertyChange[];
}
export type AuditLog = AuditLogItem & {
  tenantName: string | null;
  clientId: string | null;
  correlationId: string | null;
  browserInfo: string | null;
  exceptions: string | null;
  comments: string | null;
  actions: {
    serviceName: string;
    methodName: string;
    parameters: string;
    executionTime: string;
    executionDuration: number;
  }[];
  entityChanges: EntityChange[];
};
export interface AuditLogFilter extends Paging {
  from?: string;
  to?: string;
  userName?: string;
  url?: string;
  httpMethod?: string;
  entityTypeFullName?: string;
  entityId?: string;
  minDurationMilliseconds?: number;
  hasException?: boolean;
  httpStatusCode?: number;
  correlationId?: string;
}

// Parked events
export interface ParkedEvent {
  id: string;
  eventName: string;
  aggregate: string | null;
  creationTime: string;
  parkedTime: string;
  attempts: number;
  lastError: string | null;
}

type Stamp = { concurrencyStamp: string };

export interface PendingAdministrationPaths {
  '/api/administration/user': {
    get: Get<Paged<UserListItem>, Paging & UserFilter>;
    post: Post<CreateUserInput, OneTimePassword>;
  };
  '/api/administration/user/{id}': {
    get: Get<User, never, ById>;
    put: Post<UpdateUserInput, User, ById>;
  };
  '/api/administration/user/{id}/activate': { post: Post<Stamp, User, ById> };
  '/api/administration/user/{id}/deactivate': { post: Post<Stamp, User, ById> };
  '/api/administration/user/{id}/reset-password': { post: Act<OneTimePassword> };
  '/api/administration/user/{id}/unlock': { post: Act<User> };
  '/api/administration/user/{id}/roles': { put: Post<Stamp & { roleIds: string[] }, User, ById> };
  '/api/administration/user/assignable-roles': { get: Get<List<UserRole>> };
  '/api/administration/user/organisations': { get: Get<List<{ id: string; name: string }>> };
  '/api/administration/user/people': {
    get: Get<List<UserPerson>, { filter?: string; organisationId?: string }>;
  };
  '/api/administration/user/import-template': { get: Get<string> };
  '/api/administration/user/import': {
    post: Call<UserImportResult, { file: string }, { isDryRun?: boolean }>;
  };
  '/api/administration/user/export': { get: Get<string, UserFilter & { sorting?: string }> };

  '/api/administration/role': {
    get: Get<Paged<RoleListItem>, Paging & { filter?: string }>;
    post: Post<{ name: string }, RoleListItem>;
  };
  '/api/administration/role/{id}': {
    put: Post<Stamp & { name: string }, RoleListItem, ById>;
    delete: Call<undefined, never, { concurrencyStamp?: string }, ById>;
  };
  '/api/administration/role/{id}/clone': { post: Post<{ name: string }, RoleListItem, ById> };
  '/api/administration/right/for-role/{roleId}': {
    get: Get<Rights, never, { roleId: string }>;
    put: Post<Stamp & { granted: string[] }, Rights, { roleId: string }>;
  };
  '/api/administration/right/for-user/{userId}': {
    get: Get<Rights, never, { userId: string }>;
    put: Post<Stamp & { granted: string[] }, Rights, { userId: string }>;
  };

  '/api/administration/county': {
    get: Get<Paged<CountyListItem>, Paging & { filter?: string; isActive?: boolean }>;
    post: Post<{ name: string; code: string; connectionString: string | null }, CountyListItem>;
  };
  '/api/administration/county/test-connection': { post: Post<{ connectionString: string }, undefined> };
  '/api/administration/county/{id}': { put: Post<Stamp & { name: string }, CountyListItem, ById> };
  '/api/administration/county/{id}/activate': { post: Post<Stamp, CountyListItem, ById> };
  '/api/administration/county/{id}/deactivate': { post: Post<Stamp, CountyListItem, ById> };
  '/api/administration/duty': { get: Get<List<Duty>> };

  '/api/administration/parked-event': {
    get: Get<Paged<ParkedEvent>, Paging & { countyId?: string }>;
  };
  '/api/administration/parked-event/{id}/retry': { post: Post<{ countyId: string | null }, undefined, ById> };
  '/api/administration/parked-event/{id}': {
    delete: Call<undefined, never, { countyId?: string; reason: string }, ById>;
  };

  '/api/administration/audit-log': { get: Get<Paged<AuditLogItem>, AuditLogFilter> };
  '/api/administration/audit-log/{id}': { get: Get<AuditLog, never, ById> };
  '/api/administration/audit-log/export': { get: Get<string, AuditLogFilter & { format?: 'Csv' | 'Xlsx' }> };
}
