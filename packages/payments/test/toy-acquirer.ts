import * as v from 'valibot';
import {
  money,
  rupiah,
  type Cancels,
  type Gateway,
  type InboundRoute,
  type Money,
  type Refunds,
  type Traits,
} from '@bayar/core';
import {
  cancelsPayments,
  createExchange,
  createsPayments,
  decodeText,
  parseJson,
  readsPayments,
  refundsPayments,
  resolveRuntime,
  type Desk,
  type Runtime,
} from '@bayar/core/kit';
import { cancel, create, query, refund, STATUSES } from './toy-operations.ts';

/** A whole adapter for the toy's server: what a fourth acquirer takes, and nothing of it outside this file and its operations. */
export interface Toy extends Gateway<string, never>, Refunds, Cancels {}

/** The secret the toy puts into its notifications. */
export const TOY_SECRET = 'toy-secret';

/** The toy's gateway. `traits` replace its own, to try what follows from each. */
export function toyAcquirer(runtime: Runtime, traits: Partial<Traits> = {}): Toy {
  const resolved = resolveRuntime(runtime);
  const authenticate = () => Promise.resolve({ kind: 'ready', headers: {} } as const);
  const codeOf = (_: unknown, body: unknown) => {
    const parsed = v.safeParse(v.object({ code: v.string() }), body);
    return parsed.success ? { code: parsed.output.code, keys: [parsed.output.code] } : undefined;
  };
  const exchange = createExchange({
    protocol: { authenticate, codeOf },
    baseUrl: 'https://toy.example',
    runtime: resolved,
  });
  const limits = {
    reference: { maxLength: 32, pattern: '[A-Za-z0-9-]+' },
    title: { maxLength: 64 },
    amount: { min: rupiah(1), max: rupiah(10_000_000) },
    expiry: { maxMs: 86_400_000, defaultMs: 1_800_000 },
    returnUrl: { maxLength: 255 },
  };
  const desk: Desk = { id: 'toy', needs: [], limits, exchange, runtime: resolved };
  return Object.freeze({
    id: 'toy',
    needs: [],
    limits,
    traits: {
      cancels: 'unpaid',
      partialRefunds: 'yes',
      notificationCovers: { amount: true, time: true },
      inquiry: { notBeforeMs: 0, everyMs: 60_000 },
      returnUrl: 'per-request',
      recognisesRepeats: [],
      ...traits,
    },
    createPayment: createsPayments(desk, create),
    getPayment: readsPayments(desk, query),
    cancelPayment: cancelsPayments(desk, cancel),
    refundPayment: refundsPayments(desk, refund),
    inbound: [notificationRoute],
  } satisfies Toy);
}

const notificationRoute: InboundRoute = {
  kind: 'notification',
  path: 'notify',
  announced: 'per-request',
  receive: ({ body }) => {
    const message = v.safeParse(
      v.object({
        secret: v.literal(TOY_SECRET),
        reference: v.string(),
        status: v.string(),
        amount: v.nullish(v.number()),
      }),
      parseJson(decodeText(body) ?? ''),
    );
    const reply = (status: number, text: string) => ({ status, headers: { 'content-type': 'text/plain' }, body: text });
    if (!message.success)
      return Promise.resolve({ kind: 'refused', refusal: 'bad-signature', hint: 'Not ours.', reply: reply(401, 'NO') });
    const { reference, status, amount } = message.output;
    const amounts: Money[] = typeof amount === 'number' ? [money(amount, 'IDR')] : [];
    const notification = {
      id: `${reference}:${status}`,
      reference,
      status: STATUSES[status] ?? ('unknown' as const),
      code: status,
      amounts,
    };
    const acknowledge = (verdict: string) => reply(verdict === 'accepted' ? 200 : 500, verdict);
    return Promise.resolve({ kind: 'notification', notification, acknowledge });
  },
};
