import type { Context } from '../context.ts';
import { underFaults } from '../faults.ts';
import type { DokuOperation } from './reply.ts';

const inFlight = new Set<Request>();

/**
 * Runs an operation under the planned faults, holding its request until it is answered. A simulated hang leaves nothing
 * that refers to the request, and once Node has collected it, the caller's abort signal no longer reaches the hang.
 */
export async function answerUnderFaults(
  context: Context,
  operation: DokuOperation,
  request: Request,
  commit: () => Promise<Response>,
): Promise<Response> {
  inFlight.add(request);
  try {
    return await underFaults(context, operation, request, commit);
  } finally {
    inFlight.delete(request);
  }
}
