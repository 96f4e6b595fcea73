import type { TaskListItem } from '../../api/client';
import { type CsvValue, downloadCsv } from '../../shared/csv';
import type { Day } from '../../shared/dates';
import { t } from '../../shared/language';
import { lightWord } from '../../shared/light';

export function exportTasks(tasks: TaskListItem[], today: Day): void {
  downloadCsv(t('workbench.export.file', { today }), [header(), ...tasks.map(rowOf)]);
}

function header(): string[] {
  return [
    t('light.word'),
    t('field.number'),
    t('field.title'),
    t('workbench.export.source'),
    t('field.plan'),
    t('field.department'),
    t('field.person'),
    t('field.start'),
    t('field.due'),
    t('workbench.export.originalDue'),
    t('workbench.export.progress'),
    t('workbench.export.planned'),
    t('field.state'),
  ];
}

function rowOf(task: TaskListItem): CsvValue[] {
  return [
    lightWord(task.light),
    task.number,
    task.title,
    task.source,
    task.planTitle,
    task.leadName,
    task.personName,
    task.start,
    task.due,
    task.originalDue === task.due ? null : task.originalDue,
    task.progress,
    task.planned,
    t(`state.${task.state}`),
  ];
}
