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
} as const;

export type Permission = (typeof permissions)[keyof typeof permissions];

export type Can = (permission: Permission) => boolean;

export function canOf(grantedPolicies: Record<string, boolean>): Can {
  return (permission) => grantedPolicies[permission] === true;
}
