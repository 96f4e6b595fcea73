import type { WaitingItem } from '../../api/client';
import { type Day, daysBetween } from '../../shared/dates';

/** My own department's items first, then who has waited longest. */
export function inWaitingOrder(items: WaitingItem[]): WaitingItem[] {
  return [...items].sort((a, b) => Number(b.mine) - Number(a.mine) || a.since.localeCompare(b.since));
}

/** Counted to the reference date; a claim made after a date fixed for a demonstration, to the real day. */
export function daysWaiting(since: Day, today: Day, realDay: Day): number {
  return Math.max(0, daysBetween(since, since <= today ? today : realDay));
}
