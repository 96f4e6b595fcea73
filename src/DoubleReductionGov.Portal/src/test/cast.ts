import type { ApplicationConfiguration, SignInOptions, Task, TaskListItem, TaskSummary } from '../api/client';
import type { Permission } from '../shared/permissions';

/** A small named cast for the tests. */
export const kaihua = { id: '00000000-0000-0000-0000-000000330824', name: '开化县' };

export function configurationOf(
  granted: Permission[],
  tenant: typeof kaihua | null,
): ApplicationConfiguration {
  return {
    localization: { currentCulture: { cultureName: 'zh-Hans' } },
    auth: { grantedPolicies: Object.fromEntries(granted.map((name) => [name, true])) },
    currentUser: {
      isAuthenticated: granted.length > 0,
      id: null,
      tenantId: tenant?.id ?? null,
      userName: 'zuzhang',
      name: '周文斌',
      roles: [],
    },
    currentTenant: { id: tenant?.id ?? null, name: tenant?.name ?? null, isAvailable: tenant !== null },
    extraProperties: { organisation: null, cityName: '衢州市' },
  } as unknown as ApplicationConfiguration;
}

export const signInOptions: SignInOptions = {
  cityName: '衢州市',
  counties: [kaihua],
  externalProviders: [],
  passwordRules: {
    policy: 'Dengbao3',
    minimumLength: 10,
    maximumLength: 128,
    characterClasses: 3,
    historyLength: 5,
    isCommonPasswordRefused: true,
  },
  demonstration: {
    password: 'demo-password',
    accounts: [
      {
        tenantId: kaihua.id,
        tenantName: kaihua.name,
        userName: 'zuzhang',
        roleName: '县专班组长',
        personName: '周文斌',
      },
    ],
  },
};

export function taskOf(change: Partial<TaskListItem> = {}): TaskListItem {
  return {
    id: '00000000-0000-0000-0000-000000000001',
    planId: '00000000-0000-0000-0000-0000000000a1',
    planTitle: '2021年重点任务',
    number: '1',
    title: '健全作业管理机制',
    source: '',
    state: 'InProgress',
    light: 'Red',
    progress: 33,
    planned: 82,
    start: '2021-09-01',
    due: '2021-12-31',
    originalDue: '2021-12-31',
    weight: 5,
    leadName: '教育局',
    personId: '00000000-0000-0000-0000-0000000000b1',
    personName: '赵丽',
    measure: { kind: 'Evidence', text: '印发的文件', target: null, unit: null, shares: null },
    value: null,
    stepCount: 0,
    stepsDone: 0,
    waitingExtension: false,
    ...change,
  };
}

export function fullTaskOf(change: Partial<Task> = {}): Task {
  return {
    ...taskOf(),
    section: '校内减负提质',
    planDocument: '衢委办发〔2021〕38号',
    issuerName: '市教育局',
    concurrencyStamp: 'stamp',
    lightReason: {
      light: 'Red',
      planned: 82,
      progress: 33,
      lag: 49,
      daysToDue: 21,
      rule: 'RedLag',
      yellowLagPoints: 10,
      redLagPoints: 25,
      nearDueDays: 7,
      nearDueProgress: 80,
    },
    support: [],
    steps: [],
    evidence: [],
    extensions: [],
    predecessors: [],
    claimedBy: null,
    claimedAt: null,
    verifiedBy: null,
    verifiedAt: null,
    returnReason: null,
    ...change,
  };
}

export const summary: TaskSummary = {
  today: '2021-12-10',
  total: 24,
  red: 6,
  yellow: 12,
  green: 5,
  grey: 1,
  done: 3,
  dueSoon: 1,
  overdue: 1,
  withoutPerson: 4,
  returned: 0,
  claimed: 2,
  plans: [{ id: '00000000-0000-0000-0000-0000000000a1', title: '2021年重点任务' }],
};
