/** Names of the rights the server grants. The server checks every one of them again. */
export const permissions = {
  plans: 'Programme.Plans',
  plansImport: 'Programme.Plans.Import',
  plansEdit: 'Programme.Plans.Edit',
  plansApprove: 'Programme.Plans.Approve',
  plansPublish: 'Programme.Plans.Publish',
  wallChart: 'Programme.WallChart',
  verifications: 'Programme.Verifications',
  verificationsDecide: 'Programme.Verifications.Decide',
  tasks: 'Programme.Tasks',
  tasksAssign: 'Programme.Tasks.Assign',
  tasksSteps: 'Programme.Tasks.Steps',
  tasksProgress: 'Programme.Tasks.Progress',
  tasksClaim: 'Programme.Tasks.Claim',
  tasksAskExtension: 'Programme.Tasks.AskExtension',
  referenceDate: 'Programme.ReferenceDate',
  enterCounty: 'Directory.EnterCounty',
  visits: 'Directory.Visits',
  users: 'Administration.Users',
  usersManage: 'Administration.Users.Manage',
  usersUnlock: 'Administration.Users.Unlock',
  usersAssignRoles: 'Administration.Users.AssignRoles',
  roles: 'Administration.Roles',
  rolesManage: 'Administration.Roles.Manage',
  rights: 'Administration.Rights',
  rightsManage: 'Administration.Rights.Manage',
  duties: 'Administration.Duties',
  counties: 'Administration.Counties',
  countiesManage: 'Administration.Counties.Manage',
  sessions: 'Administration.Sessions',
  secondFactors: 'Administration.SecondFactors',
  securityPolicy: 'Administration.SecurityPolicy',
  apiClients: 'Administration.ApiClients',
  securityLogs: 'Administration.SecurityLogs',
  auditLogs: 'Administration.AuditLogs',
  parkedEvents: 'Administration.ParkedEvents',
} as const;

export type Permission = (typeof permissions)[keyof typeof permissions];

export type Can = (permission: Permission) => boolean;

export function canOf(grantedPolicies: Record<string, boolean>): Can {
  return (permission) => grantedPolicies[permission] === true;
}
