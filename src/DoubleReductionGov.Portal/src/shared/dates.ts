import dayjs, { type Dayjs } from 'dayjs';

/** Days are calendar days, written 2021-09-01 everywhere. */
export type Day = string;

const dayFormat = 'YYYY-MM-DD';
const timeInChina = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Moments arrive in UTC and are shown in the time of China, wherever the browser is. */
export function formatTime(moment: string | null | undefined): string {
  return moment ? timeInChina.format(new Date(moment)) : '—';
}

export function formatDay(day: Day | null | undefined): string {
  return day ?? '—';
}

export function toDay(value: Dayjs): Day {
  return value.format(dayFormat);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

export function asDayjs(day: Day | null | undefined): Dayjs | null {
  return day ? dayjs(day) : null;
}
