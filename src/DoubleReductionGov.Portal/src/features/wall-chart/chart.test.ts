import { expect, test } from 'vitest';
import type { WallChart, WallChartCell, WallChartCounty } from '../../api/client';
import { attentionOf, cellFinder, countLights, overallProgress, sectionsOf } from './chart';

const county = (id: string, progress: number): WallChartCounty => ({
  id,
  code: id,
  name: id,
  progress,
  light: 'Green',
  red: 0,
  yellow: 0,
  green: 0,
  grey: 0,
  done: 0,
});
const task = (planItemId: string, section: string) => ({
  planItemId,
  number: planItemId,
  section,
  title: planItemId,
  leadName: '教育局',
  due: '2021-12-31',
  weight: 1,
});
const cell = (change: Partial<WallChartCell>): WallChartCell => ({
  countyId: '柯城区',
  planItemId: '1',
  taskId: 't',
  light: 'Red',
  progress: 10,
  planned: 60,
  state: 'InProgress',
  due: '2021-12-31',
  personName: null,
  ...change,
});
const chart: WallChart = {
  today: '2021-12-10',
  plan: { id: 'p', title: '计划' },
  plans: [],
  counties: [county('柯城区', 40), county('开化县', 61)],
  tasks: [task('1', '甲'), task('2', '甲'), task('3', '乙')],
  cells: [
    cell({}),
    cell({ planItemId: '2', taskId: 'u', progress: 0 }),
    cell({ countyId: '开化县', planItemId: '3', taskId: 'v', light: 'Green' }),
  ],
  asOf: null,
  lightCounts: { green: 1, yellow: 0, red: 2, grey: 0 },
};

test('tasks stand under their section in the order of the plan', () => {
  const sections = sectionsOf(chart.tasks).map(({ title, tasks }) => [
    title,
    tasks.map((item) => item.number),
  ]);
  expect(sections).toEqual([
    ['甲', ['1', '2']],
    ['乙', ['3']],
  ]);
});

test('a cell is found by task and county, a county without the task has none', () => {
  const find = cellFinder(chart.cells);
  const [keCheng = county('', 0), kaiHua = county('', 0)] = chart.counties;
  expect(find(task('1', '甲'), keCheng)?.taskId).toBe('t');
  expect(find(task('1', '甲'), kaiHua)).toBeUndefined();
});

test('red tasks are listed with the one furthest behind first', () => {
  expect(attentionOf(chart).map(({ cell: { taskId }, lag }) => [taskId, lag])).toEqual([
    ['u', 60],
    ['t', 50],
  ]);
  expect(attentionOf(chart, '开化县')).toEqual([]);
});

test('lights are counted and the counties averaged downwards', () => {
  expect(countLights(chart.cells)).toEqual({ Red: 2, Yellow: 0, Green: 1, Grey: 0 });
  expect(overallProgress(chart.counties)).toBe(50);
  expect(overallProgress([])).toBe(0);
});
