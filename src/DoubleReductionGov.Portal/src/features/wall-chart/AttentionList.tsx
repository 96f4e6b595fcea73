import { Link } from 'react-router';
import { useComingFrom } from '../../shared/backPath';
import { type Day, daysBetween } from '../../shared/dates';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { paths } from '../../shared/paths';
import { EmptyBlock } from '../../shared/states';
import type { Attention } from './chart';
import styles from './wallChart.module.css';

/** What the city should look at first. */
export function AttentionList({ items, today }: { items: Attention[]; today: Day }) {
  const from = useComingFrom();
  if (items.length === 0) return <EmptyBlock text={t('wallChart.attention.none')} />;
  return (
    <ul className={styles.attention}>
      {items.map(({ cell, task, county, lag }) => (
        <li key={cell.taskId}>
          <Link to={paths.countyTask(county.id, cell.taskId)} state={from}>
            <LightMark light="Red" />
            <span className={styles.attentionCounty}>{county.name}</span>
            <span className={styles.attentionTitle} title={task.title}>
              {task.number} {task.title}
            </span>
            <span className={styles.attentionLag}>{lagWords(cell.due, today, lag)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function lagWords(due: Day, today: Day, lag: number): string {
  if (today > due) return t('wallChart.attention.overdue', { days: daysBetween(due, today) });
  return t('wallChart.attention.lag', { lag });
}
