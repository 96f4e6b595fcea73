/** "DoubleReductionGov.Programme.Plans.Plan" is shown as "Plan". */
export function shortTypeName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('.') + 1);
}

/** Values are kept as JSON: a text is shown without its quotes, everything else as it is. */
export function valueText(json: string | null): string {
  if (json === null || json === 'null') return '—';
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : json;
  } catch {
    // Long values are cut and are then no JSON any more.
    return json;
  }
}

/** Parameters on several lines, if they were not cut. */
export function parametersText(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
