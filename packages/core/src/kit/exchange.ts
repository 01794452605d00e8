import type { GenericSchema } from 'valibot';
import type { CallOptions } from '../gateway.ts';
import { attempt, type Line, type Result } from './attempt.ts';
import { DEADLINE_MS, startDeadline } from './limit.ts';
import type { Operation } from './operation.ts';
import type { SealedBody } from './protocol.ts';

/** Runs any operation of one acquirer. */
export type Exchange = <Input, Wire extends GenericSchema, Output>(
  operation: Operation<Input, Wire, Output>,
  input: Input,
  options?: CallOptions,
) => Promise<Result<Output>>;

/** Most times one payload is sent, whatever an operation allows. */
const MAX_SENDS = 3;
/** Waits before the second and the third send of one payload. */
const RESEND_AFTER_MS = [500, 2_000];

/** Builds the one function that runs every operation of an acquirer. */
export function createExchange(line: Line): Exchange {
  return async (operation, input, options = {}) => {
    const issues = operation.check?.(input) ?? [];
    if (issues.length > 0) return { kind: 'not-sent', reason: { why: 'invalid', issues } };
    const total = startDeadline(line.runtime.clock, options);
    try {
      const fields = operation.encode(input);
      // Serialised once: every resend carries the same bytes.
      const sealed = { path: operation.path, body: JSON.stringify((await line.protocol.signBody?.(fields)) ?? fields) };
      return await sendUntilKnown(line, operation, input, sealed, total.signal);
    } finally {
      total.end();
    }
  };
}

async function sendUntilKnown<Input, Wire extends GenericSchema, Output>(
  line: Line,
  operation: Operation<Input, Wire, Output>,
  input: Input,
  sealed: SealedBody,
  signal: AbortSignal,
): Promise<Result<Output>> {
  const most = Math.min(operation.repeat.samePayload ?? 1, MAX_SENDS);
  let earlier: (Result<Output> & { kind: 'doubt' }) | undefined;
  let refused: string | undefined;
  for (let sends = 1; ; sends++) {
    const bounds = refused === undefined ? { signal } : { signal, refused };
    const result = await attempt(line, operation, input, sealed, bounds).catch(keeping(earlier));
    if (result.kind === 'stale-token') {
      if (!mayRenew(operation, sends, refused)) {
        return settle(operation, { kind: 'refused', decline: result.decline }, earlier);
      }
      refused = result.credential;
      continue;
    }
    const final = result.kind !== 'doubt' || sends >= most;
    if (final || !(await mayResend(line, result, sends, signal))) return settle(operation, result, earlier);
    earlier = result;
  }
}

/** Whether a refused token may be renewed: once, because the request was not processed, and within the sends there are. */
function mayRenew(
  { repeat }: { readonly repeat: { readonly after401?: true } },
  sends: number,
  refused?: string,
): boolean {
  return repeat.after401 === true && refused === undefined && sends < MAX_SENDS;
}

/** What fails while a resend is prepared takes nothing back from the send before it. */
function keeping<T>(earlier: T | undefined): (error: unknown) => T {
  return (error) => {
    if (earlier === undefined) throw error;
    return earlier;
  };
}

/** Waits before a resend; `false` when the doubt is not one that asking again resolves, or the time is up. */
async function mayResend(
  line: Line,
  result: { doubt: string; retryAfterMs?: number },
  sends: number,
  signal: AbortSignal,
): Promise<boolean> {
  if (result.doubt === 'mismatch' || result.doubt === 'already-exists' || result.doubt === 'in-progress') return false;
  const ms = Math.max(RESEND_AFTER_MS[sends - 1] ?? 0, result.retryAfterMs ?? 0);
  if (ms > DEADLINE_MS) return false;
  await line.runtime.clock.sleep(ms, signal);
  return !signal.aborted;
}

/**
 * Once one send is in doubt, only a success settles a mutation: a later refusal, or a later failure to connect, says
 * nothing about the send before it. A later doubt says more than the first: that it exists, or that it differs.
 */
function settle<T>(
  operation: { readonly kind: 'read' | 'mutation' },
  result: Result<T>,
  earlier: (Result<T> & { kind: 'doubt' }) | undefined,
): Result<T> {
  const says = operation.kind === 'read' || result.kind === 'success' || result.kind === 'doubt';
  return says ? result : (earlier ?? result);
}
