import type { TimelineRow } from '../../api/client';
import { DueDate } from '../../shared/DueDate';
import { LightTag } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { PlanProgress } from '../../shared/PlanProgress';
import { type Point, PointedCard } from '../../shared/PointedCard';
import { TaskStateTag } from '../../shared/TaskStateTag';
import styles from './timeline.module.css';

export function TimelineTooltip({ item, at }: { item: TimelineRow; at: Point }) {
  const { light, progress, planned } = item;
  return (
    <PointedCard at={at}>
      <strong>
        {item.number} {item.title}
      </strong>
      <div className={styles.tooltipLine}>
        <LightTag light={light} />
        {item.state && <TaskStateTag state={item.state} />}
        {item.personName}
      </div>
      <div>
        {item.start} – <DueDate due={item.due} originalDue={item.originalDue} />
      </div>
      <PlanProgress light={light} progress={progress} planned={planned} />
      <div className={styles.soft}>{t('progress.sentence', { progress, planned })}</div>
    </PointedCard>
  );
}
