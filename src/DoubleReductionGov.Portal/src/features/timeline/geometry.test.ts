import { expect, test } from 'vitest';
import type { TimelineRow } from '../../api/client';
import { chartRowsOf } from './chartRows';
import { barOf, linkPath, scaleOf, ticksOf } from './geometry';

const plan = { start: '2021-09-01', due: '2021-12-31', today: '2021-12-10' };
const scale = { ...scaleOf(plan, 'month'), pixelsPerDay: 1 };

function row(change: Partial<TimelineRow> = {}): TimelineRow {
  return {
    id: 'a',
    parentId: null,
    number: '1',
    section: '校内减负提质',
    title: '任务',
    personName: null,
    start: '2021-09-01',
    due: '2021-09-30',
    originalDue: null,
    progress: 50,
    planned: 100,
    light: 'Red',
    state: 'InProgress',
    predecessors: [],
    ...change,
  };
}

const days = (from: ReturnType<typeof scaleOf>, pixels: number) => Math.round(pixels / from.pixelsPerDay);
const monthScale = scaleOf(plan, 'month');

test('the scale covers whole months around the plan and today', () => {
  expect(scale.first).toBe('2021-09-01');
  expect(scale.last).toBe('2022-02-01');
  expect(scaleOf({ ...plan, today: '2022-05-20' }, 'month').last).toBe('2022-07-01');
});

test('a short plan is stretched to the width there is', () => {
  expect(scaleOf(plan, 'quarter', 1500).width).toBe(1500);
});

test('a bar lasts to the end of its due day and is filled as far as the work is', () => {
  const bar = barOf(row(), monthScale, plan.today);
  expect(bar.x).toBe(0);
  expect(days(monthScale, bar.width)).toBe(30);
  expect(bar.doneWidth).toBeCloseTo(bar.width / 2);
});

test('late work is drawn from the due date to today, finished work is not', () => {
  expect(days(monthScale, barOf(row(), monthScale, plan.today).lateWidth)).toBe(70);
  expect(barOf(row({ progress: 100, state: 'Done' }), monthScale, plan.today).lateWidth).toBe(0);
});

test('an extension shows where the first due date was', () => {
  const bar = barOf(row({ due: '2021-10-31', originalDue: '2021-09-30' }), monthScale, plan.today);
  expect(days(monthScale, bar.originalEnd ?? 0)).toBe(30);
  expect(barOf(row({ originalDue: '2021-09-30' }), monthScale, plan.today).originalEnd).toBeNull();
});

test('weeks begin on Monday, months and quarters on their first day', () => {
  const label = (unit: 'week' | 'month' | 'quarter' | 'year') =>
    ticksOf(scale, unit).map(({ year, month, day }) => `${year}-${month}-${day}`);
  expect(label('week').slice(0, 3)).toEqual(['2021-9-1', '2021-9-6', '2021-9-13']);
  expect(label('month')).toEqual(['2021-9-1', '2021-10-1', '2021-11-1', '2021-12-1', '2022-1-1']);
  expect(label('quarter')).toEqual(['2021-9-1', '2021-10-1', '2022-1-1']);
  expect(label('year')).toEqual(['2021-9-1', '2022-1-1']);
});

test('an arrow goes straight when there is room and around when there is none', () => {
  expect(linkPath({ x: 10, y: 5 }, { x: 60, y: 41 })).toBe('M10 5H53V41H60');
  expect(linkPath({ x: 60, y: 5 }, { x: 20, y: 41 })).toBe('M60 5H67V23H13V41H20');
});

test('steps are shown only below a task that is open', () => {
  const items = [row({ id: 't' }), row({ id: 's', parentId: 't' })];
  expect(chartRowsOf(items, new Set()).map((line) => line.kind)).toEqual(['section', 'item']);
  expect(
    chartRowsOf(items, new Set(['t']))
      .map((line) => line.key)
      .slice(1),
  ).toEqual(['t', 's']);
});
