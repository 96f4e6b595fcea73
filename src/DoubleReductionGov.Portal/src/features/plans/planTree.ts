import type { MissingItem, Plan, PlanItem } from '../../api/client';

export type PlanRow =
  | { key: string; kind: 'section'; title: string; children: PlanRow[] }
  | { key: string; kind: 'item'; item: PlanItem; leaf: boolean; children?: PlanRow[] };

/** Section, task, step: the tree of a plan as the table shows it. */
export function planTreeOf(items: PlanItem[]): PlanRow[] {
  const sections = new Map<string, PlanRow & { kind: 'section' }>();
  for (const task of items.filter((item) => item.parentId === null)) {
    const section = sections.get(task.section) ?? {
      key: `section:${task.section}`,
      kind: 'section' as const,
      title: task.section,
      children: [],
    };
    sections.set(task.section, section);
    section.children.push(rowOf(task, items));
  }
  return [...sections.values()];
}

function rowOf(item: PlanItem, items: PlanItem[]): PlanRow {
  const steps = items.filter((other) => other.parentId === item.id);
  const children = steps.map((step) => rowOf(step, items));
  return {
    key: item.id,
    kind: 'item',
    item,
    leaf: children.length === 0,
    children: children.length > 0 ? children : undefined,
  };
}

export function allKeysOf(rows: PlanRow[]): string[] {
  return rows.flatMap((row) => [row.key, ...allKeysOf(row.children ?? [])]);
}

export interface OpenDepartment {
  id: string;
  name: string;
  count: number;
}

/** The lead departments that still have leaves without a person, and how many. */
export function departmentsWithoutPerson({ items }: Pick<Plan, 'items'>): OpenDepartment[] {
  const parents = new Set(items.map((item) => item.parentId));
  const departments = new Map<string, OpenDepartment>();
  for (const { id, personId, leadOrganisationId, leadName } of items) {
    if (parents.has(id) || personId !== null || leadOrganisationId === null) continue;
    const known = departments.get(leadOrganisationId);
    if (known) known.count += 1;
    else departments.set(leadOrganisationId, { id: leadOrganisationId, name: leadName ?? '', count: 1 });
  }
  return [...departments.values()];
}

export function itemOfMissing(items: PlanItem[], { number }: MissingItem): PlanItem | undefined {
  return items.find((item) => item.number === number);
}
