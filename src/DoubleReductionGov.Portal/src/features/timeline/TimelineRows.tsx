import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { TimelineRow } from '../../api/client';
import { useComingFrom } from '../../shared/backPath';
import { LightMark } from '../../shared/LightMark';
import { t } from '../../shared/language';
import { lightWord } from '../../shared/light';
import { cornerOf, type Point } from '../../shared/PointedCard';
import type { ChartRow } from './chartRows';
import { rowHeight } from './geometry';
import styles from './timeline.module.css';

interface Props {
  rows: ChartRow[];
  activeKey: string | null;
  linkOf: (row: TimelineRow) => string | null;
  onToggle: (id: string) => void;
  onPoint: (row: TimelineRow | null, at?: Point) => void;
}

/** The column that stays at the left: each row says in words what its bars show. */
export function TimelineRows({ rows, activeKey, linkOf, onToggle, onPoint }: Props) {
  return (
    <ul className={styles.rows}>
      {rows.map((row) =>
        row.kind === 'section' ? (
          <li key={row.key} className={styles.section} style={{ height: rowHeight }}>
            {row.title}
          </li>
        ) : (
          <li
            key={row.key}
            className={row.key === activeKey ? `${styles.row} ${styles.active}` : styles.row}
            style={{ height: rowHeight, paddingLeft: row.depth * 22 }}
          >
            <Toggle row={row} onToggle={onToggle} />
            <RowLink
              item={row.item}
              address={linkOf(row.item)}
              onToggle={() => row.stepCount > 0 && onToggle(row.item.id)}
              onPoint={onPoint}
            />
          </li>
        ),
      )}
    </ul>
  );
}

function Toggle({
  row,
  onToggle,
}: {
  row: Extract<ChartRow, { kind: 'item' }>;
  onToggle: (id: string) => void;
}) {
  if (row.stepCount === 0) return <span className={styles.toggle} />;
  const { title, id } = row.item;
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={row.open}
      aria-label={t(row.open ? 'timeline.close' : 'timeline.open', { title })}
      onClick={() => onToggle(id)}
    >
      {row.open ? <CaretDownOutlined /> : <CaretRightOutlined />}
    </button>
  );
}

interface RowLinkProps {
  item: TimelineRow;
  address: string | null;
  onToggle: () => void;
  onPoint: Props['onPoint'];
}

function RowLink({ item, address, onToggle, onPoint }: RowLinkProps) {
  const from = useComingFrom();
  const pointAt = (element: Element) => onPoint(item, cornerOf(element));
  const common = {
    className: styles.rowLink,
    'aria-label': rowSentence(item),
    onFocus: (event: React.FocusEvent) =>
      event.target.matches(':focus-visible') && pointAt(event.currentTarget),
    onBlur: () => onPoint(null),
    onMouseEnter: (event: React.MouseEvent) => pointAt(event.currentTarget),
    onMouseLeave: () => onPoint(null),
  };
  const content = (
    <>
      <LightMark light={item.light} />
      <span className={styles.rowTitle}>
        {item.number} {item.title}
      </span>
      <span className={styles.person}>{item.personName}</span>
      <span className={styles.percent}>{item.progress}%</span>
    </>
  );
  if (address) {
    return (
      <Link to={address} state={from} {...common}>
        {content}
      </Link>
    );
  }
  return (
    <button type="button" {...common} onClick={onToggle}>
      {content}
    </button>
  );
}

function rowSentence(item: TimelineRow): string {
  const { number, title, start, due, progress, planned } = item;
  return t('timeline.row', {
    number,
    title,
    light: lightWord(item.light),
    person: item.personName ?? t('person.none'),
    start,
    due,
    progress: t('progress.sentence', { progress, planned }),
  });
}
