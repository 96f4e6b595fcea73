import type { Measure } from '../api/client';

export function isNumber(measure: Measure | null | undefined): measure is Measure & { target: number } {
  return measure?.kind === 'Number' && measure.target !== null;
}

/** "45 / 60 家" */
export function valueOfTarget(value: number | null, measure: Measure & { target: number }): string {
  return `${value ?? 0} / ${measure.target} ${measure.unit ?? ''}`.trim();
}
