import type { Task } from '../../api/client';
import { t } from '../../shared/language';
import { isNumber } from '../../shared/measure';

/** What a claim still lacks, in sentences; empty when it may be sent. The server decides in the end. */
export function missingForClaim(task: Task): string[] {
  const missing: string[] = [];
  if (!task.personId) missing.push(t('task.claim.noPerson'));
  for (const { number, title, progress } of task.steps.filter((step) => step.progress < 100)) {
    missing.push(t('task.claim.openStep', { number, title, progress }));
  }
  if (isNumber(task.measure) && (task.value ?? 0) < task.measure.target) {
    const { target, unit } = task.measure;
    missing.push(t('task.claim.belowTarget', { value: task.value ?? 0, target, unit: unit ?? '' }));
  }
  if (task.measure.kind === 'Evidence' && task.steps.length === 0 && task.progress < 100) {
    missing.push(t('task.claim.progress', { progress: task.progress }));
  }
  if (task.measure.kind === 'Evidence' && task.evidence.length === 0) {
    missing.push(t('task.claim.noEvidence', { text: task.measure.text }));
  }
  return missing;
}

/** Why nothing can be changed now, or null while the task is open. */
export function closedReason(task: Task): string | null {
  if (task.state === 'Claimed' || task.state === 'Done') return t(`task.closed.${task.state}`);
  return null;
}
