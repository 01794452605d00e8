/**
 * Mounts `payments.handler` in Next's App Router.
 *
 * @module
 */
import { parsedBody } from '../body-was-parsed.ts';
import type { Mounted } from './incoming.ts';

export type { Mounted };

/** The methods a route of the App Router exports. */
export interface NextHandlers {
  readonly GET: (request: Request) => Promise<Response>;
  readonly POST: (request: Request) => Promise<Response>;
}

const FIX =
  'Something called request.json() or request.text() before payments did. Export GET and POST of nextHandlers as they are, or pass them a request nobody has read.';

/**
 * Mounts payments on Next's App Router: a route handler that catches everything below the path of `publicUrl`.
 *
 * @example
 * ```ts
 * // app/pay/[...path]/route.ts
 * export const { GET, POST } = nextHandlers(payments);
 * ```
 */
export function nextHandlers(payments: Mounted): NextHandlers {
  const answer = (request: Request): Promise<Response> =>
    payments.handler(request.bodyUsed ? unreadable(request) : request);
  return Object.freeze({ GET: answer, POST: answer });
}

function unreadable({ url, method, headers }: Request): Request {
  return new Request(url, { method, headers, body: parsedBody(FIX), duplex: 'half' } as RequestInit);
}
