import type { ErrorInfo } from './client';

/** A request the server answered with an error. `info` is the body's `error`, written in the user's language. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly info: ErrorInfo | null,
  ) {
    super(info?.message ?? `HTTP ${status}`);
    this.name = 'ApiError';
  }

  get code(): string | null {
    return this.info?.code ?? null;
  }
}

export async function readApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return new ApiError(response.status, errorInfoOf(body));
}

function errorInfoOf(body: unknown): ErrorInfo | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const error = body.error;
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  return error as ErrorInfo;
}

export function isStatus(error: unknown, status: number): error is ApiError {
  return error instanceof ApiError && error.status === status;
}

/** A 401 with a code of the account refuses a password, code or ticket; every other one means: sign in again. */
export function isSignedOut(error: unknown): boolean {
  return isStatus(error, 401) && !error.code?.startsWith('Account:');
}

/** What to show below the message: the field errors if the server named any, else its details. */
export function detailLines(error: unknown): string[] {
  if (!(error instanceof ApiError)) return [];
  const fields = error.info?.validationErrors ?? [];
  if (fields.length > 0) return fields.map((field) => field.message);
  return (error.info?.details ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*-\s*/, '').trim())
    .filter(Boolean);
}
