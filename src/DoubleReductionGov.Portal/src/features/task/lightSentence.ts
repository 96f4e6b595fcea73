import type { LightReason } from '../../api/client';
import { t } from '../../shared/language';

/** Why the light is what it is: the figures first, then the rule that decided. */
export function lightSentence(reason: LightReason): string {
  const figures = t('task.reason.figures', {
    planned: reason.planned,
    progress: reason.progress,
    lag: lagWords(reason.planned - reason.progress),
    days: dayWords(reason.daysToDue),
  });
  const { redLagPoints, yellowLagPoints, nearDueDays, nearDueProgress } = reason;
  const rule = t(`task.rule.${reason.rule}`, { redLagPoints, yellowLagPoints, nearDueDays, nearDueProgress });
  return `${figures} ${rule}`;
}

function lagWords(lag: number): string {
  if (lag === 0) return t('task.reason.level');
  return lag > 0 ? t('task.reason.behind', { lag }) : t('task.reason.ahead', { lag: -lag });
}

function dayWords(days: number): string {
  if (days === 0) return t('task.reason.dueToday');
  return days > 0 ? t('task.reason.daysLeft', { days }) : t('task.reason.daysOver', { days: -days });
}
