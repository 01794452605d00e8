import * as v from 'valibot';
import { money, rupiah, type Money } from '../../src/money.ts';
import type { CallOptions } from '../../src/gateway.ts';
import type { Result } from '../../src/kit/attempt.ts';
import {
  absent,
  doubtful,
  refused,
  refusedForNow,
  staleToken,
  success,
  type CodeTable,
} from '../../src/kit/code-table.ts';
import { createExchange, type Exchange } from '../../src/kit/exchange.ts';
import { mismatch } from '../../src/kit/mismatch.ts';
import { operation, type Operation } from '../../src/kit/operation.ts';
import type { Authentication, Protocol } from '../../src/kit/protocol.ts';
import { resolveRuntime } from '../../src/kit/runtime.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';
import { wire, type Answering, type Wire } from './wire.ts';

/** What the made-up acquirer is asked. */
export interface Ask {
  readonly reference: string;
  readonly amount: Money;
}

/** What it answers, as ours. */
export interface Told {
  readonly reference: string;
  readonly amount: Money;
}

const response = v.object({ code: v.string(), reference: v.string(), minor: v.pipe(v.number(), v.integer()) });

/** Every kind of meaning a code can have. */
export const codes: CodeTable = {
  OK: success,
  NO: refused('amount-limit', 'Charge less.'),
  LATER: refusedForNow('rate-limited', 'Wait.', 5_000),
  EXISTS: doubtful('already-exists'),
  RUNNING: doubtful('in-progress'),
  BUSY: doubtful('rate-limited'),
  BROKEN: doubtful('acquirer-error'),
  GONE: absent(true),
  EARLY: absent(false),
  STALE: staleToken('The token was refused twice.'),
};

/** An operation of the made-up acquirer. */
export function asking(
  more: Partial<Operation<Ask, typeof response, Told>> = {},
): Operation<Ask, typeof response, Told> {
  return operation({
    name: 'ask',
    path: '/v1/ask',
    kind: 'mutation',
    docs: 'https://acquirer.example/docs/ask',
    repeat: {},
    encode: (ask) => ({ reference: ask.reference, minor: ask.amount.minor }),
    codes,
    response,
    decode: (told, ask) => {
      if (told.reference !== ask.reference) return mismatch('reference');
      if (told.minor !== ask.amount.minor) return mismatch('amount');
      return { reference: told.reference, amount: money(told.minor, 'IDR') };
    },
    ...more,
  });
}

/** The question every test asks. */
export const ask: Ask = { reference: 'INV-1', amount: rupiah(25_000) };

/** What agrees with it. */
export const agreed = { code: 'OK', reference: 'INV-1', minor: 2_500_000 };

/** A made-up acquirer on a network and a clock the test owns. */
export interface Bench {
  readonly wire: Wire;
  readonly clock: ManualClock;
  readonly exchange: Exchange;
  /** The credential each authentication was told had been refused. */
  readonly refusals: (string | undefined)[];
  readonly run: (options?: CallOptions) => Promise<Result<Told>>;
}

/** Sets up the acquirer with its answers. */
export function bench(
  answers: readonly Answering[],
  asked = asking(),
  own: Partial<Protocol> | Protocol['authenticate'] = {},
): Bench {
  const network = wire(...answers);
  const clock = manualClock();
  const refusals: (string | undefined)[] = [];
  const protocol: Protocol = {
    authenticate: (_, attempt): Promise<Authentication> => {
      refusals.push(attempt.refused);
      const credential = `T${String(refusals.length)}`;
      const headers = { authorization: `Bearer ${credential}`, 'x-attempt': String(refusals.length) };
      return Promise.resolve({ kind: 'ready', headers, credential });
    },
    codeOf: (_, body) => {
      if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string')
        return undefined;
      return { code: body.code, keys: [body.code] };
    },
    ...(typeof own === 'function' ? { authenticate: own } : own),
  };
  const runtime = resolveRuntime({ fetch: network.fetch, clock });
  const exchange = createExchange({ protocol, baseUrl: 'https://acquirer.example', runtime });
  return { wire: network, clock, exchange, refusals, run: (options) => exchange(asked, ask, options) };
}

/** Runs while time passes, at most for as long as a call may last. */
export async function passing(acquirer: Bench): Promise<Result<Told>> {
  const state = { settled: false };
  const running = acquirer.run().finally(() => (state.settled = true));
  running.catch(() => undefined);
  for (let step = 0; step < 120 && !state.settled; step++) await acquirer.clock.advance(250);
  return running;
}
