/**
 * Mounts `payments.handler` on `node:http`, and on whatever passes its requests on.
 *
 * @module
 */
import { answerIncoming, type Incoming, type Mounted, type Outgoing } from './incoming.ts';

export type { Incoming, Mounted, Outgoing };

const FIX =
  'Something read the body before payments did: a body parser, most likely. Hand requests below publicUrl to nodeHandler first.';

/**
 * Mounts payments on `node:http`, and on whatever passes its requests on.
 *
 * @example
 * ```ts
 * const answerPayments = nodeHandler(payments, (error) => console.error(error));
 * createServer((request, response) => {
 *   if (request.url?.startsWith('/pay/')) return answerPayments(request, response);
 *   …
 * });
 * ```
 *
 * @param onError - told when the ledger or an event's handler failed beyond what `payments` handles. The request is then
 * answered with 500, so that the acquirer delivers again. By default the failure goes unreported.
 */
export function nodeHandler(
  payments: Mounted,
  onError: (error: unknown) => void = () => undefined,
): (incoming: Incoming, outgoing: Outgoing) => void {
  return (incoming, outgoing) => {
    answerIncoming(payments, incoming, outgoing, { url: incoming.url ?? '/', fix: FIX }).catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500, {});
      outgoing.end();
      onError(error);
    });
  };
}
