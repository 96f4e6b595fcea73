import { Card, Descriptions, type DescriptionsProps } from 'antd';
import type { ReactNode } from 'react';
import type { Task } from '../../api/client';
import { DueDate } from '../../shared/DueDate';
import { formatTime } from '../../shared/dates';
import { t } from '../../shared/language';
import { isNumber } from '../../shared/measure';
import { TaskStateTag } from '../../shared/TaskStateTag';
import styles from './task.module.css';

export function FactsCard({ task }: { task: Task }) {
  return (
    <Card title={t('task.facts')}>
      <Descriptions column={1} size="small" items={factsOf(task)} classNames={{ label: styles.factLabel }} />
    </Card>
  );
}

function factsOf(task: Task): DescriptionsProps['items'] {
  const facts: [string, ReactNode][] = [
    [t('task.section'), task.section],
    [t('task.document'), task.planDocument],
    [t('task.source'), task.source],
    [t('task.issuer'), task.issuerName],
    [t('task.lead'), task.leadName],
    [t('task.support'), task.support.map(({ name }) => name).join(t('text.list'))],
    [t('field.person'), task.personName ?? t('person.none')],
    [t('task.dates'), <Dates key="dates" task={task} />],
    [t('field.weight'), task.weight],
    [t('task.measure'), <MeasureText key="measure" task={task} />],
    [t('task.predecessors'), task.predecessors.length > 0 && <Predecessors key="before" task={task} />],
    [t('task.claimed'), signature(task.claimedBy, task.claimedAt)],
    [t('task.verified'), signature(task.verifiedBy, task.verifiedAt)],
  ];
  return facts
    .filter(([, value]) => value !== null && value !== '' && value !== false)
    .map(([label, children]) => ({ key: label, label, children }));
}

function Dates({ task }: { task: Task }) {
  return (
    <span className={styles.dates}>
      {task.start} – <DueDate due={task.due} originalDue={task.originalDue} />
    </span>
  );
}

function MeasureText({ task: { measure } }: { task: Task }) {
  return (
    <div>
      {measure.text}
      {isNumber(measure) && (
        <div>{t('task.measure.target', { target: measure.target, unit: measure.unit ?? '' })}</div>
      )}
    </div>
  );
}

function Predecessors({ task }: { task: Task }) {
  return (
    <div>
      {task.predecessors.map(({ number, title, state }) => (
        <div key={number}>
          {number} {title} <TaskStateTag state={state} />
        </div>
      ))}
    </div>
  );
}

function signature(who: string | null, when: string | null): string | null {
  return who && `${who} · ${formatTime(when)}`;
}
