import { Alert, Tag } from 'antd';
import type { Task } from '../../api/client';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightLooks, lightWord } from '../../shared/light';
import { isNumber, valueOfTarget } from '../../shared/measure';
import { PlanProgress } from '../../shared/PlanProgress';
import { TaskStateTag } from '../../shared/TaskStateTag';
import { lightSentence } from './lightSentence';
import styles from './task.module.css';

/** The light, how far the task is, and the sentence that says why the light is what it is. */
export function LightCard({ task }: { task: Task }) {
  const look = lightLooks[task.light];
  return (
    <section className={styles.lightCard} style={{ background: look.tint, borderLeftColor: look.fill }}>
      <div className={styles.lightLine}>
        <span className={styles.lightWord} style={{ color: look.ink }}>
          <LightMark light={task.light} size={20} />
          {lightWord(task.light)}
        </span>
        <TaskStateTag state={task.state} />
        {task.waitingExtension && <Tag color="warning">{t('task.extension.Asked')}</Tag>}
        {isNumber(task.measure) && (
          <span>
            {t('task.value')} <strong>{valueOfTarget(task.value, task.measure)}</strong>
          </span>
        )}
      </div>
      <PlanProgress light={task.light} progress={task.progress} planned={task.planned} large />
      <p className={styles.why}>
        <strong>{t('task.why')}</strong>
        {lightSentence(task.lightReason)}
      </p>
      {task.state === 'Returned' && task.returnReason && (
        <Alert type="error" showIcon title={t('task.returned', { reason: task.returnReason })} />
      )}
    </section>
  );
}
