import type { TimelineRow } from '../../api/client';
import { addDays, type Day, daysBetween } from '../../shared/dates';

export type Zoom = 'week' | 'month' | 'quarter';

export const zooms: readonly Zoom[] = ['week', 'month', 'quarter'];

export const rowHeight = 36;
export const headHeight = 54;

const pixelsPerDay: Record<Zoom, number> = { week: 15, month: 4.6, quarter: 1.75 };

export interface Scale {
  zoom: Zoom;
  first: Day;
  last: Day;
  pixelsPerDay: number;
  width: number;
  x: (day: Day) => number;
}

/** Whole months around the plan and today; stretched if the window is wider than that. */
export function scaleOf(days: { start: Day; due: Day; today: Day }, zoom: Zoom, atLeast = 0): Scale {
  const earliest = days.today < days.start ? days.today : days.start;
  const latest = days.today > days.due ? days.today : days.due;
  const first = firstOfMonth(earliest);
  const last = firstOfMonth(addDays(firstOfMonth(latest), 62));
  const length = daysBetween(first, last);
  const perDay = Math.max(pixelsPerDay[zoom], atLeast / length);
  return {
    zoom,
    first,
    last,
    pixelsPerDay: perDay,
    width: Math.ceil(length * perDay),
    x: (day) => daysBetween(first, day) * perDay,
  };
}

export interface Bar {
  x: number;
  width: number;
  /** How far the work is, on the length of the plan. */
  doneWidth: number;
  /** Where the first due date was, if it was moved. */
  originalEnd: number | null;
  /** From the due date to today, if the work is late; else 0. */
  lateWidth: number;
}

/** A task lasts to the end of its due day. */
export function barOf(row: TimelineRow, scale: Scale, today: Day): Bar {
  const x = scale.x(row.start);
  const end = endOf(row.due, scale);
  const width = Math.max(end - x, 2);
  const late = row.progress < 100 && row.state !== 'Done' && today > row.due;
  return {
    x,
    width,
    doneWidth: (width * Math.min(Math.max(row.progress, 0), 100)) / 100,
    originalEnd: row.originalDue && row.originalDue !== row.due ? endOf(row.originalDue, scale) : null,
    lateWidth: late ? scale.x(today) - end : 0,
  };
}

export function endOf(day: Day, scale: Scale): number {
  return scale.x(addDays(day, 1));
}

export interface Tick {
  x: number;
  /** A number to be put into words by the caller. */
  year: number;
  month: number;
  day: number;
}

/** The first day of each year, quarter, month or week (Monday) of the scale. */
export function ticksOf(scale: Scale, unit: 'year' | 'quarter' | 'month' | 'week'): Tick[] {
  const ticks: Tick[] = [];
  for (let day = scale.first; day < scale.last; day = nextOf(day, unit)) {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    ticks.push({ x: scale.x(day), year, month, day: date });
  }
  return ticks;
}

/** From the end of what comes first to the start of what follows, in right angles. */
export function linkPath(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const gap = 7;
  if (to.x >= from.x + 2 * gap) return `M${from.x} ${from.y}H${to.x - gap}V${to.y}H${to.x}`;
  const between = to.y > from.y ? to.y - rowHeight / 2 : to.y + rowHeight / 2;
  return `M${from.x} ${from.y}H${from.x + gap}V${between}H${to.x - gap}V${to.y}H${to.x}`;
}

function nextOf(day: Day, unit: 'year' | 'quarter' | 'month' | 'week'): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (unit === 'week') return addDays(day, 7 - ((new Date(day).getUTCDay() + 6) % 7));
  const months = unit === 'year' ? 13 - month : unit === 'quarter' ? 3 - ((month - 1) % 3) : 1;
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}
