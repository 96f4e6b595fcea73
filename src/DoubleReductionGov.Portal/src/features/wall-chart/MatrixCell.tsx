import { Link } from 'react-router';
import type { WallChartCell, WallChartCounty, WallChartTask } from '../../api/client';
import { useComingFrom } from '../../shared/backPath';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightLooks, lightWord } from '../../shared/light';
import { cornerOf, type Point } from '../../shared/PointedCard';
import { paths } from '../../shared/paths';
import styles from './matrix.module.css';

interface Props {
  task: WallChartTask;
  county: WallChartCounty;
  cell: WallChartCell | undefined;
  chosen: boolean;
  onPoint: (at: Point | null) => void;
}

export function MatrixCell({ task, county, cell, chosen, onPoint }: Props) {
  const from = useComingFrom();
  const className = chosen ? `${styles.cell} ${styles.chosen}` : styles.cell;
  if (!cell) return <td className={className}>—</td>;
  const look = lightLooks[cell.light];
  return (
    <td className={className}>
      <Link
        to={paths.countyTask(county.id, cell.taskId)}
        state={from}
        className={styles.link}
        style={{ background: look.tint }}
        aria-label={labelOf(task, county, cell)}
        onMouseEnter={(event) => onPoint(cornerOf(event.currentTarget))}
        onMouseLeave={() => onPoint(null)}
        onFocus={(event) => event.target.matches(':focus-visible') && onPoint(cornerOf(event.currentTarget))}
        onBlur={() => onPoint(null)}
      >
        <span className={styles.value} style={{ color: look.ink }}>
          <LightMark light={cell.light} /> {cell.progress}%
        </span>
        <span className={styles.track}>
          <span className={styles.bar} style={{ width: `${cell.progress}%`, background: look.fill }} />
          <span className={styles.planned} style={{ left: `${cell.planned}%` }} />
        </span>
      </Link>
    </td>
  );
}

function labelOf(task: WallChartTask, county: WallChartCounty, cell: WallChartCell): string {
  const { progress, planned, due } = cell;
  return t('wallChart.cell', {
    county: county.name,
    number: task.number,
    title: task.title,
    light: lightWord(cell.light),
    progress: t('progress.sentence', { progress, planned }),
    person: cell.personName ?? t('person.none'),
    due,
  });
}
