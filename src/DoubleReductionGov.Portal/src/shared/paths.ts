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
} as const;

/** Only a page of this portal may be returned to after signing in. */
export function safeReturnPath(value: string | null): string {
  return value?.startsWith('/') && !value.startsWith('//') && !value.startsWith('/\\') ? value : paths.home;
}
