import { ApiError, detailLines } from '../../api/apiError';

export interface PlanFileError {
  /** Null when the whole file is meant. */
  line: number | null;
  message: string;
}

/** The lines of a refused plan file: from the machine-readable list, else from the words of the server. */
export function planFileErrors(error: unknown): PlanFileError[] {
  if (!(error instanceof ApiError) || error.code !== 'Programme:PlanFileIsInvalid') return [];
  const { errors: listed } = (error.info?.data ?? {}) as { errors?: unknown };
  if (Array.isArray(listed))
    return listed.filter(isListedError).map(({ line, message }) => ({ line: line || null, message }));
  return detailLines(error).map(readLine);
}

function isListedError(value: unknown): value is { line: number; message: string } {
  return typeof value === 'object' && value !== null && 'line' in value && 'message' in value;
}

/** "第 12 行：缺少牵头单位" */
function readLine(text: string): PlanFileError {
  const match = /^第\s*(\d+)\s*行\s*[:：]\s*(.*)$/.exec(text) ?? /^line\s+(\d+)\s*:\s*(.*)$/i.exec(text);
  return match ? { line: Number(match[1]), message: match[2] ?? '' } : { line: null, message: text };
}
