import { expect, test } from 'vitest';
import type { PlanItem } from '../../api/client';
import { departmentsWithoutPerson, planTreeOf } from './planTree';

function item(number: string, change: Partial<PlanItem> = {}): PlanItem {
  return {
    id: number,
    parentId: null,
    number,
    section: '校内减负提质',
    title: `任务${number}`,
    source: '',
    leadOrganisationId: 'edu',
    leadName: '教育局',
    support: [],
    personId: null,
    personName: null,
    start: null,
    due: null,
    measure: null,
    weight: 1,
    predecessors: [],
    ...change,
  };
}

const items = [
  item('1'),
  item('1.1', { parentId: '1' }),
  item('1.2', { parentId: '1', personId: 'p1', personName: '赵丽' }),
  item('2', { section: '保障机制', leadOrganisationId: 'fin', leadName: '财政局' }),
];

test('sections hold tasks and tasks hold steps', () => {
  const [first, second] = planTreeOf(items);
  expect(first).toMatchObject({ title: '校内减负提质', children: [{ key: '1', leaf: false }] });
  expect(first?.children?.[0]?.children?.map((row) => row.key)).toEqual(['1.1', '1.2']);
  expect(second).toMatchObject({ title: '保障机制', children: [{ key: '2', leaf: true }] });
});

test('only leaves without a person are counted for their lead department', () => {
  expect(departmentsWithoutPerson({ items })).toEqual([
    { id: 'edu', name: '教育局', count: 1 },
    { id: 'fin', name: '财政局', count: 1 },
  ]);
});
