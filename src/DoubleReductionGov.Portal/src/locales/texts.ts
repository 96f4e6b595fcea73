import { account as accountEn } from './en/account';
import { common as commonEn } from './en/common';
import { plans as plansEn } from './en/plans';
import { task as taskEn } from './en/task';
import { timeline as timelineEn } from './en/timeline';
import { verification as verificationEn } from './en/verification';
import { visits as visitsEn } from './en/visits';
import { wallChart as wallChartEn } from './en/wall-chart';
import { workbench as workbenchEn } from './en/workbench';
import { account as accountZh } from './zh-Hans/account';
import { common as commonZh } from './zh-Hans/common';
import { plans as plansZh } from './zh-Hans/plans';
import { task as taskZh } from './zh-Hans/task';
import { timeline as timelineZh } from './zh-Hans/timeline';
import { verification as verificationZh } from './zh-Hans/verification';
import { visits as visitsZh } from './zh-Hans/visits';
import { wallChart as wallChartZh } from './zh-Hans/wall-chart';
import { workbench as workbenchZh } from './zh-Hans/workbench';

/** Chinese is the reference: its keys are the type, so a text missing in English fails the type check. */
export const zhHans = {
  ...accountZh,
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
  ...commonEn,
  ...plansEn,
  ...taskEn,
  ...timelineEn,
  ...verificationEn,
  ...visitsEn,
  ...wallChartEn,
  ...workbenchEn,
};
