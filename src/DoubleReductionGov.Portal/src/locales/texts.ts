import { account as accountEn } from './en/account';
import { apiClients as apiClientsEn } from './en/api-clients';
import { common as commonEn } from './en/common';
import { counties as countiesEn } from './en/counties';
import { duties as dutiesEn } from './en/duties';
import { logs as logsEn } from './en/logs';
import { notices as noticesEn } from './en/notices';
import { parkedEvents as parkedEventsEn } from './en/parked-events';
import { plans as plansEn } from './en/plans';
import { profile as profileEn } from './en/profile';
import { roles as rolesEn } from './en/roles';
import { securityPolicy as securityPolicyEn } from './en/security-policy';
import { sessions as sessionsEn } from './en/sessions';
import { task as taskEn } from './en/task';
import { timeline as timelineEn } from './en/timeline';
import { users as usersEn } from './en/users';
import { verification as verificationEn } from './en/verification';
import { visits as visitsEn } from './en/visits';
import { wallChart as wallChartEn } from './en/wall-chart';
import { workbench as workbenchEn } from './en/workbench';
import { account as accountZh } from './zh-Hans/account';
import { apiClients as apiClientsZh } from './zh-Hans/api-clients';
import { common as commonZh } from './zh-Hans/common';
import { counties as countiesZh } from './zh-Hans/counties';
import { duties as dutiesZh } from './zh-Hans/duties';
import { logs as logsZh } from './zh-Hans/logs';
import { notices as noticesZh } from './zh-Hans/notices';
import { parkedEvents as parkedEventsZh } from './zh-Hans/parked-events';
import { plans as plansZh } from './zh-Hans/plans';
import { profile as profileZh } from './zh-Hans/profile';
import { roles as rolesZh } from './zh-Hans/roles';
import { securityPolicy as securityPolicyZh } from './zh-Hans/security-policy';
import { sessions as sessionsZh } from './zh-Hans/sessions';
import { task as taskZh } from './zh-Hans/task';
import { timeline as timelineZh } from './zh-Hans/timeline';
import { users as usersZh } from './zh-Hans/users';
import { verification as verificationZh } from './zh-Hans/verification';
import { visits as visitsZh } from './zh-Hans/visits';
import { wallChart as wallChartZh } from './zh-Hans/wall-chart';
import { workbench as workbenchZh } from './zh-Hans/workbench';

/** Chinese is the reference: its keys are the type, so a text missing in English fails the type check. */
export const zhHans = {
  ...accountZh,
  ...noticesZh,
  ...usersZh,
  ...rolesZh,
  ...countiesZh,
  ...dutiesZh,
  ...sessionsZh,
  ...securityPolicyZh,
  ...apiClientsZh,
  ...logsZh,
  ...parkedEventsZh,
  ...profileZh,
  ...commonZh,
  ...plansZh,
  ...taskZh,
  ...timelineZh,
  ...verificationZh,
  ...visitsZh,
  ...wallChartZh,
  ...workbenchZh,
} as const;

export type TextKey = keyof typeof zhHans;

export const en: Record<TextKey, string> = {
  ...accountEn,
  ...noticesEn,
  ...usersEn,
  ...rolesEn,
  ...countiesEn,
  ...dutiesEn,
  ...sessionsEn,
  ...securityPolicyEn,
  ...apiClientsEn,
  ...logsEn,
  ...parkedEventsEn,
  ...profileEn,
  ...commonEn,
  ...plansEn,
  ...taskEn,
  ...timelineEn,
  ...verificationEn,
  ...visitsEn,
  ...wallChartEn,
  ...workbenchEn,
};
