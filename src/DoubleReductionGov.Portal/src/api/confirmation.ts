import { antiforgeryHeader, antiforgeryToken } from './antiforgery';
import { ApiError, readApiError } from './apiError';

const confirmationNeeded = 'Platform:ConfirmationNeeded';

let ask: () => Promise<boolean> = async () => false;
let asking: Promise<boolean> | null = null;

/** The handler lets the user confirm who they are, and says whether they did. */
export function onConfirmationNeeded(handler: () => Promise<boolean>): void {
  ask = handler;
}

/** The act was not done because the user did not confirm it. */
export function isUnconfirmed(error: unknown): boolean {
  return error instanceof ApiError && error.code === confirmationNeeded;
}

/**
 * Sends a request. A sensitive act that the server first wants confirmed is sent a second time after the user gave
 * their password or code; when they do not, the refusal is the answer.
 */
export async function fetchConfirmed(request: Request): Promise<Response> {
  const second = request.clone();
  const response = await globalThis.fetch(request);
  if (response.status !== 403 || !isUnconfirmed(await readApiError(response))) return response;
  // Several requests that are refused together ask only once.
  asking ??= ask().finally(() => {
    asking = null;
  });
  if (!(await asking)) return response;
  const token = antiforgeryToken();
  if (token && second.headers.has(antiforgeryHeader)) second.headers.set(antiforgeryHeader, token);
  return globalThis.fetch(second);
}
