/** Every address of the portal, so that no link is a string typed twice. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  workbench: '/workbench',
  task: (id: string) => `/tasks/${id}`,
  countyTask: (countyId: string, id: string) => `/county-tasks/${countyId}/${id}`,
  timeline: '/timeline',
  timelineOf: (planId: string) => `/timeline?plan=${planId}`,
  wallChart: '/wall-chart',
  wallChartOf: (planId: string) => `/wall-chart?plan=${planId}`,
  wallChartScreen: '/wall-chart/screen',
  wallChartPrint: '/wall-chart/print',
  plans: '/plans',
  plan: (id: string) => `/plans/${id}`,
  verifications: '/verifications',
  visits: '/visits',
  notices: '/notices',
  noticePreference: '/notices/preference',
  account: '/account',
  administration: '/administration',
  users: '/administration/users',
  userRights: (id: string) => `/administration/users/${id}/rights`,
  roles: '/administration/roles',
  roleRights: (id: string) => `/administration/roles/${id}/rights`,
  counties: '/administration/counties',
  duties: '/administration/duties',
  sessions: '/administration/sessions',
  securityPolicy: '/administration/security-policy',
  apiClients: '/administration/api-clients',
  securityLogs: '/administration/security-log',
  auditLogs: '/administration/audit-log',
  auditLogsOf: (entityType: string, entityId: string) =>
    `/administration/audit-log?${new URLSearchParams({ entityTypeFullName: entityType, entityId })}`,
  parkedEvents: '/administration/parked-events',
} as const;

/** Only a page of this portal may be returned to after signing in. */
export function safeReturnPath(value: string | null): string {
  return value?.startsWith('/') && !value.startsWith('//') && !value.startsWith('/\\') ? value : paths.home;
}
