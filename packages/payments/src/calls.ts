import { UsageError, type CallOptions } from '@bayar/core';
import { startDeadline } from '@bayar/core/kit';
import type { Office } from './office.ts';
import { deliverAfter } from './outbox.ts';

/** How every call of a merchant runs. */
export interface Calls {
  /** Runs a call, then hands over the events it caused; their failure is not the call's. */
  readonly after: <T>(reference: string, call: () => Promise<T>) => Promise<T>;
  /**
   * The same for a call of several steps: one at a time for each reference, and all within one deadline, so that an
   * inquiry, a resend and another acquirer do not each get their own.
   */
  readonly inTurn: <T>(
    kind: 'create' | 'refund',
    payment: { readonly reference: string },
    options: CallOptions | undefined,
    call: (bounded: CallOptions) => Promise<T>,
  ) => Promise<T>;
}

const LONGEST_MS = 3_600_000;

function checkDeadline({ deadlineMs }: CallOptions): void {
  if (deadlineMs === undefined || (Number.isFinite(deadlineMs) && deadlineMs > 0 && deadlineMs <= LONGEST_MS)) return;
  throw new UsageError(
    'deadlineMs must be a number of milliseconds above zero, at most an hour: leave it out for half a minute.',
  );
}

/** Runs calls once the payments are ready. */
export function createCalls(office: Office, ready: () => Promise<void>): Calls {
  const after: Calls['after'] = async (reference, call) => {
    await ready();
    const result = await call();
    await deliverAfter(office, reference);
    return result;
  };
  return {
    after,
    inTurn: (kind, { reference }, options = {}, call) =>
      after(reference, async () => {
        checkDeadline(options);
        const limit = startDeadline(office.clock, options);
        const bounded = { ...options, signal: limit.signal };
        return office.serial(`${kind}:${reference}`, () => call(bounded), limit.signal).finally(limit.end);
      }),
  };
}
