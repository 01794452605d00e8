/**
 * Mounts `payments.handler` in Express.
 *
 * @module
 */
import { answerIncoming, type Incoming, type Mounted, type Outgoing } from './incoming.ts';

export type { Incoming, Mounted, Outgoing };

/** What is used of a request of Express. */
export interface ExpressRequest extends Incoming {
  /** The address before any router took the beginning of its path away. */
  readonly originalUrl: string;
}

const FIX =
  "A body parser, express.json() most likely, read the body before payments did. Put app.use('/pay', expressHandler(payments)) above it.";

/**
 * Mounts payments on Express: below the path of `publicUrl`, above `express.json()` and its like, since
 * signatures cover the bytes of the body.
 *
 * @example
 * ```ts
 * app.use('/pay', expressHandler(payments));
 * app.use(express.json());
 * ```
 */
export function expressHandler(
  payments: Mounted,
): (request: ExpressRequest, response: Outgoing, next: (error: unknown) => void) => void {
  return (request, response, next) => {
    answerIncoming(payments, request, response, { url: request.originalUrl, fix: FIX }).catch(next);
  };
}
