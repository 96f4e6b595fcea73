import { useEffect, useState } from 'react';
import type { Day } from '../../shared/dates';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightLooks } from '../../shared/light';
import { lagWords } from './AttentionList';
import type { Attention } from './chart';
import styles from './screen.module.css';

const pageSize = 9;
const turnMilliseconds = 10_000;

/** Nobody scrolls on a wall: a long list turns its pages by itself. */
export function ScreenAttention({ items, today }: { items: Attention[]; today: Day }) {
  const [turn, setTurn] = useState(0);
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  useEffect(() => {
    const timer = setInterval(() => setTurn((page) => page + 1), turnMilliseconds);
    return () => clearInterval(timer);
  }, []);
  const page = turn % pages;
  if (items.length === 0) return <p className={styles.none}>{t('wallChart.attention.none')}</p>;
  return (
    <ul className={styles.attention}>
      {items.slice(page * pageSize, (page + 1) * pageSize).map(({ cell, task, county, lag }) => (
        <li key={cell.taskId}>
          <LightMark light="Red" size={14} color={lightLooks.Red.glow} />
          <span className={styles.attentionCounty}>{county.name}</span>
          <span className={styles.attentionTitle}>
            {task.number} {task.title}
          </span>
          <span className={styles.attentionPerson}>{cell.personName ?? t('person.none')}</span>
          <span className={styles.attentionLag}>{lagWords(cell.due, today, lag)}</span>
        </li>
      ))}
      {pages > 1 && (
        <li className={styles.pages}>
          {page + 1} / {pages}
        </li>
      )}
    </ul>
  );
}
