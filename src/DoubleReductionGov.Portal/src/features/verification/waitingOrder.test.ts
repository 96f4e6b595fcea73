import { expect, test } from 'vitest';
import type { WaitingItem } from '../../api/client';
import { daysWaiting, inWaitingOrder } from './waitingOrder';

const item = (taskId: string, mine: boolean, since: string) => ({ taskId, mine, since }) as WaitingItem;

test('my own department comes first, then who has waited longest', () => {
  const items = [
    item('a', false, '2021-11-01T00:00:00Z'),
    item('b', true, '2021-12-02T00:00:00Z'),
    item('c', true, '2021-12-01T00:00:00Z'),
  ];
  expect(inWaitingOrder(items).map(({ taskId }) => taskId)).toEqual(['c', 'b', 'a']);
});

test('waiting is counted to the reference date, or to the real day for a claim made after it', () => {
  expect(daysWaiting('2021-12-07', '2021-12-10', '2025-11-21')).toBe(3);
  expect(daysWaiting('2025-11-20', '2021-12-10', '2025-11-21')).toBe(1);
});
