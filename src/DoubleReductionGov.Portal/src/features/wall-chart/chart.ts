import type { Light, WallChart, WallChartCell, WallChartCounty, WallChartTask } from '../../api/client';
import { lightsWorstFirst } from '../../shared/light';

export interface ChartSection {
  title: string;
  tasks: WallChartTask[];
}

/** The tasks in the order of the plan, under the section they belong to. */
export function sectionsOf(tasks: WallChartTask[]): ChartSection[] {
  const sections = new Map<string, ChartSection>();
  for (const task of tasks) {
    const section = sections.get(task.section) ?? { title: task.section, tasks: [] };
    sections.set(task.section, section);
    section.tasks.push(task);
  }
  return [...sections.values()];
}

export type CellOf = (task: WallChartTask, county: WallChartCounty) => WallChartCell | undefined;

export function cellFinder(cells: WallChartCell[]): CellOf {
  const byPlace = new Map(cells.map((cell) => [`${cell.planItemId}/${cell.countyId}`, cell]));
  return (task, county) => byPlace.get(`${task.planItemId}/${county.id}`);
}

export interface Attention {
  cell: WallChartCell;
  task: WallChartTask;
  county: WallChartCounty;
  lag: number;
}

/** The red cells, those furthest behind first. */
export function attentionOf(chart: WallChart, countyId: string | null = null): Attention[] {
  const tasks = new Map(chart.tasks.map((task) => [task.planItemId, task]));
  const counties = new Map(chart.counties.map((county) => [county.id, county]));
  return chart.cells
    .filter((cell) => cell.light === 'Red' && (countyId === null || cell.countyId === countyId))
    .flatMap((cell) => {
      const task = tasks.get(cell.planItemId);
      const county = counties.get(cell.countyId);
      return task && county ? [{ cell, task, county, lag: cell.planned - cell.progress }] : [];
    })
    .sort((a, b) => b.lag - a.lag || a.cell.due.localeCompare(b.cell.due));
}

export type LightTotals = Record<Light, number>;

export function countLights(cells: WallChartCell[]): LightTotals {
  const totals: LightTotals = { Red: 0, Yellow: 0, Grey: 0, Green: 0 };
  for (const cell of cells) totals[cell.light] += 1;
  return totals;
}

/** Average of the counties; each county's own number already weighs its tasks. */
export function overallProgress(counties: WallChartCounty[]): number {
  if (counties.length === 0) return 0;
  return Math.floor(counties.reduce((sum, county) => sum + county.progress, 0) / counties.length);
}

export interface SectionTotals {
  title: string;
  lights: LightTotals;
  count: number;
}

export function sectionTotalsOf(chart: WallChart): SectionTotals[] {
  return sectionsOf(chart.tasks).map(({ title, tasks }) => {
    const ids = new Set(tasks.map((task) => task.planItemId));
    const cells = chart.cells.filter((cell) => ids.has(cell.planItemId));
    return { title, lights: countLights(cells), count: cells.length };
  });
}

export function doneCount(cells: WallChartCell[]): number {
  return cells.filter((cell) => cell.state === 'Done').length;
}

/** The server counts what is done apart from green; its light is green. */
export function countyLights(county: WallChartCounty): { light: Light; count: number }[] {
  const counts: LightTotals = {
    Red: county.red,
    Yellow: county.yellow,
    Grey: county.grey,
    Green: county.green + county.done,
  };
  return lightsWorstFirst.map((light) => ({ light, count: counts[light] }));
}
