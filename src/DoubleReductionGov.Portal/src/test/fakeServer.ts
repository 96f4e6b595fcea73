import { vi } from 'vitest';

export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

type Answer = unknown | ((request: Received) => unknown);

/** An answer with another status than 200. */
export class Refused {
  constructor(
    readonly status: number,
    readonly error: { code?: string; message: string; details?: string; data?: unknown },
  ) {}
}

/** Answers "GET /api/x" from the table and keeps what was asked; anything else fails the test. */
export function fakeServer(answers: Record<string, Answer>): Received[] {
  const received: Received[] = [];
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const request = input instanceof Request ? input : new Request(new URL(input, 'http://localhost'));
    const { pathname, searchParams } = new URL(request.url);
    const json = request.headers.get('Content-Type')?.includes('json') ?? false;
    const seen: Received = {
      method: request.method,
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: json ? await request.json() : null,
    };
    received.push(seen);
    const name = `${seen.method} ${seen.path}`;
    if (!(name in answers)) throw new Error(`The test has no answer for ${name}.`);
    return responseOf(answers[name], seen);
  });
  return received;
}

function responseOf(answer: Answer, request: Received): Response {
  const body = typeof answer === 'function' ? (answer as (received: Received) => unknown)(request) : answer;
  if (body instanceof Refused) return Response.json({ error: body.error }, { status: body.status });
  return body === undefined ? new Response(null, { status: 204 }) : Response.json(body);
}
