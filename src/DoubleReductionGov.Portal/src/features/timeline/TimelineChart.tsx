import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TimelineRow } from '../../api/client';
import { useComingFrom } from '../../shared/backPath';
import type { Day } from '../../shared/dates';
import { t } from '../../shared/language';
import type { Point } from '../../shared/PointedCard';
import { chartRowsOf } from './chartRows';
import { headHeight, scaleOf, type Zoom } from './geometry';
import { TimelineBars } from './TimelineBars';
import { TimelineHead } from './TimelineHead';
import { TimelineRows } from './TimelineRows';
import { TimelineTooltip } from './TimelineTooltip';
import styles from './timeline.module.css';

interface Props {
  rows: TimelineRow[];
  days: { start: Day; due: Day; today: Day };
  zoom: Zoom;
  opened: ReadonlySet<string>;
  /** Changes when the reader asks to be taken back to today. */
  homing: number;
  linkOf: (row: TimelineRow) => string | null;
  onToggle: (id: string) => void;
}

export function TimelineChart({ rows: items, days, zoom, opened, homing, linkOf, onToggle }: Props) {
  const { today } = days;
  const frame = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(0);
  const [pointed, setPointed] = useState<{ item: TimelineRow; at: Point } | null>(null);
  const navigate = useNavigate();
  const from = useComingFrom();
  const rows = chartRowsOf(items, opened);
  const scale = scaleOf(days, zoom, room);

  useLayoutEffect(() => {
    const measure = () => {
      const corner = frame.current?.querySelector(`.${styles.corner}`);
      setRoom((frame.current?.clientWidth ?? 0) - (corner?.clientWidth ?? 0));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);

  const todayX = scale.x(today);
  // biome-ignore lint/correctness/useExhaustiveDependencies(homing): a new value asks to scroll again
  useEffect(() => {
    frame.current?.scrollTo?.({ left: Math.max(0, todayX - room * 0.4) });
  }, [todayX, room, homing]);

  const point = useCallback((item: TimelineRow | null, at?: Point) => {
    setPointed(item && at ? { item, at } : null);
  }, []);
  const choose = (item: TimelineRow) => {
    const address = linkOf(item);
    if (address) void navigate(address, { state: from });
  };
  const activeKey = pointed?.item.id ?? null;
  return (
    <section ref={frame} className={styles.frame} aria-label={t('timeline.title')}>
      <div className={styles.head} style={{ height: headHeight }}>
        <div className={styles.corner}>{t('timeline.tasks')}</div>
        <TimelineHead scale={scale} today={today} />
      </div>
      <div className={styles.body}>
        <TimelineRows rows={rows} activeKey={activeKey} linkOf={linkOf} onToggle={onToggle} onPoint={point} />
        <TimelineBars
          rows={rows}
          scale={scale}
          today={today}
          activeKey={activeKey}
          onPoint={point}
          onChoose={choose}
        />
      </div>
      {pointed && <TimelineTooltip {...pointed} />}
    </section>
  );
}
