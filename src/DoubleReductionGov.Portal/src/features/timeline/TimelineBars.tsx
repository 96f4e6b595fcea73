import { Fragment } from 'react';
import type { TimelineRow } from '../../api/client';
import type { Day } from '../../shared/dates';
import { lightLooks } from '../../shared/light';
import type { Point } from '../../shared/PointedCard';
import type { ChartRow } from './chartRows';
import { barOf, linkPath, rowHeight, type Scale, type Tick, ticksOf } from './geometry';

const ink = { grid: '#e6ebf2', gridStrong: '#cdd7e4', band: '#eef3fa', plan: '#c3d1e4', link: '#8598b0' };
const today = { color: '#c81d25' };

interface Props {
  rows: ChartRow[];
  scale: Scale;
  today: Day;
  activeKey: string | null;
  onPoint: (row: TimelineRow | null, at?: Point) => void;
  onChoose: (row: TimelineRow) => void;
}

/** The drawing at the right. Everything in it is also said by the rows at the left, so it is hidden from readers. */
export function TimelineBars({ rows, scale, today: day, activeKey, onPoint, onChoose }: Props) {
  const height = rows.length * rowHeight;
  const todayX = scale.x(day) + scale.pixelsPerDay / 2;
  return (
    <svg width={scale.width} height={height} aria-hidden="true" style={{ display: 'block' }}>
      <defs>
        <pattern
          id="extended"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="#fff" />
          <rect width="3" height="6" fill={ink.plan} />
        </pattern>
        <marker id="arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0 0L6 3L0 6z" fill={ink.link} />
        </marker>
      </defs>
      {rows.map((row, index) => (
        <RowBand
          key={row.key}
          row={row}
          y={index * rowHeight}
          width={scale.width}
          active={row.key === activeKey}
        />
      ))}
      <Grid scale={scale} height={height} />
      <Links rows={rows} scale={scale} today={day} activeKey={activeKey} />
      {rows.map(
        (row, index) =>
          row.kind === 'item' && (
            // biome-ignore lint/a11y/noStaticElementInteractions: the same is offered by the row at the left
            <g
              key={row.key}
              style={{ cursor: 'pointer' }}
              onMouseMove={(event) => onPoint(row.item, { x: event.clientX, y: event.clientY })}
              onMouseLeave={() => onPoint(null)}
              onClick={() => onChoose(row.item)}
            >
              <rect y={index * rowHeight} width={scale.width} height={rowHeight} fill="transparent" />
              <RowBars item={row.item} y={index * rowHeight} scale={scale} today={day} slim={row.depth > 0} />
            </g>
          ),
      )}
      <line
        x1={todayX}
        x2={todayX}
        y1={0}
        y2={height}
        stroke={today.color}
        strokeWidth={1.5}
        strokeDasharray="5 3"
      />
    </svg>
  );
}

function RowBand({ row, y, width, active }: { row: ChartRow; y: number; width: number; active: boolean }) {
  const fill = row.kind === 'section' ? ink.band : active ? '#fff8e1' : '#fff';
  return (
    <Fragment>
      <rect y={y} width={width} height={rowHeight} fill={fill} />
      <line x1={0} x2={width} y1={y + rowHeight - 0.5} y2={y + rowHeight - 0.5} stroke="#eff2f6" />
    </Fragment>
  );
}

function Grid({ scale, height }: { scale: Scale; height: number }) {
  const line = (tick: Tick, stroke: string) => (
    <line key={tick.x} x1={tick.x} x2={tick.x} y1={0} y2={height} stroke={stroke} />
  );
  const fine = scale.zoom === 'week' ? 'week' : scale.zoom;
  return (
    <>
      {ticksOf(scale, fine).map((tick) => line(tick, ink.grid))}
      {ticksOf(scale, scale.zoom === 'week' ? 'month' : 'year').map((tick) => line(tick, ink.gridStrong))}
    </>
  );
}

interface RowBarsProps {
  item: TimelineRow;
  y: number;
  scale: Scale;
  today: Day;
  slim: boolean;
}

function RowBars({ item, y, scale, today: day, slim }: RowBarsProps) {
  const bar = barOf(item, scale, day);
  const look = lightLooks[item.light];
  const height = slim ? 6 : 8;
  const planY = y + rowHeight / 2 - height - 1;
  const doneY = y + rowHeight / 2 + 1;
  const end = bar.x + bar.width;
  return (
    <>
      <rect x={bar.x} y={planY} width={bar.width} height={height} rx={2} fill={ink.plan} />
      {bar.originalEnd !== null && (
        <>
          <rect
            x={bar.originalEnd}
            y={planY}
            width={end - bar.originalEnd}
            height={height}
            fill="url(#extended)"
          />
          <line
            x1={bar.originalEnd}
            x2={bar.originalEnd}
            y1={planY - 3}
            y2={planY + height + 3}
            stroke="#44566c"
            strokeWidth={2}
          />
        </>
      )}
      <rect
        x={bar.x + 0.5}
        y={doneY + 0.5}
        width={bar.width - 1}
        height={height - 1}
        rx={2}
        fill="none"
        stroke="#d9e1eb"
      />
      {bar.doneWidth > 0 && (
        <rect x={bar.x} y={doneY} width={bar.doneWidth} height={height} rx={2} fill={look.fill} />
      )}
      {bar.lateWidth > 0 && (
        <line
          x1={end}
          x2={end + bar.lateWidth}
          y1={doneY + height / 2}
          y2={doneY + height / 2}
          stroke={look.fill}
          strokeWidth={3}
          strokeDasharray="3 3"
        />
      )}
      <text
        x={end + bar.lateWidth + 14}
        y={y + rowHeight / 2 + 4}
        fontSize={12}
        fontWeight={600}
        fill={look.ink}
      >
        {item.progress}%
      </text>
    </>
  );
}

interface LinksProps {
  rows: ChartRow[];
  scale: Scale;
  today: Day;
  activeKey: string | null;
}

/** Arrows between rows that can be seen; those of the row pointed at stand out. */
function Links({ rows, scale, today: day, activeKey }: LinksProps) {
  const places = new Map(rows.map((row, index) => [row.key, { row, y: index * rowHeight + rowHeight / 2 }]));
  const links = rows.flatMap((row) => {
    if (row.kind !== 'item') return [];
    return row.item.predecessors.flatMap((id) => {
      const from = places.get(id);
      const to = places.get(row.key);
      return from?.row.kind === 'item' && to
        ? [{ from: from.row.item, fromY: from.y, to: row.item, toY: to.y }]
        : [];
    });
  });
  return links.map(({ from, fromY, to, toY }) => {
    const before = barOf(from, scale, day);
    const active = from.id === activeKey || to.id === activeKey;
    return (
      <path
        key={`${from.id}-${to.id}`}
        d={linkPath({ x: before.x + before.width, y: fromY - 5 }, { x: scale.x(to.start), y: toY - 5 })}
        fill="none"
        stroke={active ? '#1554ad' : ink.link}
        strokeWidth={active ? 2 : 1}
        opacity={active || activeKey === null ? 1 : 0.4}
        markerEnd="url(#arrow)"
      />
    );
  });
}
