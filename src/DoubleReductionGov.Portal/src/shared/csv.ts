import { saveBlob } from './download';

export type CsvValue = string | number | null | undefined;

const byteOrderMark = '\uFEFF';

/**
 * One cell. Text that a spreadsheet would run as a formula is led by an apostrophe; numbers stay numbers.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@\t\r|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Starts with a byte order mark, so that spreadsheets read the Chinese as UTF-8. */
export function csvText(rows: CsvValue[][]): string {
  return byteOrderMark + rows.map((row) => row.map(csvCell).join(',')).join('\r\n');
}

export function downloadCsv(fileName: string, rows: CsvValue[][]): void {
  saveBlob(new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }), fileName);
}
