import type { TimelineRow } from '../../api/client';

export type ChartRow =
  | { kind: 'section'; key: string; title: string }
  | { kind: 'item'; key: string; item: TimelineRow; depth: number; stepCount: number; open: boolean };

/** The lines of the chart from top to bottom: sections, their tasks, and the steps of the tasks that are open. */
export function chartRowsOf(items: TimelineRow[], opened: ReadonlySet<string>): ChartRow[] {
  const byParent = groupByParent(items);
  const rows: ChartRow[] = [];
  let section: string | null = null;
  for (const task of byParent.get(null) ?? []) {
    if (task.section !== section) {
      section = task.section;
      rows.push({ kind: 'section', key: `section-${section}-${rows.length}`, title: section });
    }
    const ofTask = byParent.get(task.id) ?? [];
    const open = opened.has(task.id);
    rows.push({ kind: 'item', key: task.id, item: task, depth: 0, stepCount: ofTask.length, open });
    if (!open) continue;
    for (const step of ofTask) {
      rows.push({ kind: 'item', key: step.id, item: step, depth: 1, stepCount: 0, open: false });
    }
  }
  return rows;
}

export function taskIdsOf(items: TimelineRow[]): string[] {
  return items.filter((item) => item.parentId === null).map((item) => item.id);
}

function groupByParent(items: TimelineRow[]): Map<string | null, TimelineRow[]> {
  const groups = new Map<string | null, TimelineRow[]>();
  for (const item of items) {
    const group = groups.get(item.parentId);
    if (group) group.push(item);
    else groups.set(item.parentId, [item]);
  }
  return groups;
}
