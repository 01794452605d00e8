import * as v from 'valibot';
import { rupiah, type Cancels, type Gateway, type InboundRoute, type PaymentStatus, type Refunds, type Traits } from '@bayar/core';
import {
  absent,
  cancelsPayments,
  createExchange,
  createsPayments,
  decodeText,
  mismatch,
  operation,
  parseJson,
  readsPayments,
  refundsPayments,
  refused,
  refusedForNow,
  resolveRuntime,
  success,
  type Cancellation,
  type Desk,
  type Intent,
  type PaymentQuestion,
  type RefundIntent,
  type Runtime,
} from '@bayar/core/kit';
import { money, type Money, type Payment, type PaymentRef, type Refund } from '@bayar/core';

/** A whole adapter for the toy's server: what a fourth acquirer takes, and nothing of it outside this file. */
export interface Toy extends Gateway<string, never>, Refunds, Cancels {}

/** The secret the toy puts into its notifications. */
export const TOY_SECRET = 'toy-secret';

const wire = v.object({ reference: v.string(), amount: v.number(), status: v.optional(v.string()), page: v.optional(v.string()) });
const codes = { ok: success, no: refused('not-permitted', 'Said no.'), later: refusedForNow('rate-limited', 'Said later.', 1_000), absent: absent(true) };
const shared = { docs: 'https://toy.example/docs', repeat: {}, codes, response: wire };
const STATUSES: Readonly<Record<string, PaymentStatus>> = { open: 'awaiting-customer', paid: 'paid', cancelled: 'cancelled', refunded: 'refunded', expired: 'expired', failed: 'failed' };

const create = operation({
  ...shared,
  name: 'create',
  path: '/create',
  kind: 'mutation',
  encode: ({ request }: Intent) => ({ reference: request.reference, amount: request.amount.minor, returnUrl: request.returnUrl }),
  decode: (answer, { request, createdAt }): Payment | ReturnType<typeof mismatch> => {
    if (answer.amount !== request.amount.minor) return mismatch('amount');
    const ref = { acquirer: 'toy', adapter: 'toy', reference: request.reference, amount: request.amount, createdAt: createdAt.toISOString(), locator: { key: `toy:${answer.reference}` } };
    return { ...ref, acquirerReference: `T-${answer.reference}`, status: 'awaiting-customer', next: { type: 'redirect', url: answer.page ?? '' } };
  },
});

const query = operation({
  ...shared,
  name: 'query',
  path: '/query',
  kind: 'read',
  encode: ({ ref }: PaymentQuestion) => ({ reference: ref.reference }),
  decode: (answer, { ref }) => (answer.amount === ref.amount.minor ? seen(ref, answer.status) : mismatch('amount')),
});

const cancel = operation({
  ...shared,
  name: 'cancel',
  path: '/cancel',
  kind: 'mutation',
  encode: ({ ref }: Cancellation) => ({ reference: ref.reference }),
  decode: (answer, { ref }) => seen(ref, answer.status),
});

const refund = operation({
  ...shared,
  name: 'refund',
  path: '/refund',
  kind: 'mutation',
  encode: ({ ref, refund: asked }: RefundIntent) => ({ reference: ref.reference, refundReference: asked.refundReference, amount: asked.amount.minor }),
  decode: (_, { ref, refund: asked }): Refund => ({ refundReference: asked.refundReference, amount: asked.amount, status: 'succeeded', payment: ref }),
});

function seen(ref: PaymentRef, status = ''): Payment {
  const { acquirer, adapter, reference, amount, createdAt, locator } = ref;
  return { acquirer, adapter, reference, amount, createdAt, locator, status: STATUSES[status] ?? 'unknown', next: { type: 'none' } };
}

/** The toy's gateway. `traits` replace its own, to try what follows from each. */
export function toyAcquirer(runtime: Runtime, traits: Partial<Traits> = {}): Toy {
  const resolved = resolveRuntime(runtime);
  const authenticate = () => Promise.resolve({ kind: 'ready', headers: {} } as const);
  const codeOf = (_: unknown, body: unknown) => {
    const parsed = v.safeParse(v.object({ code: v.string() }), body);
    return parsed.success ? { code: parsed.output.code, keys: [parsed.output.code] } : undefined;
  };
  const exchange = createExchange({ protocol: { authenticate, codeOf }, baseUrl: 'https://toy.example', runtime: resolved });
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
      v.object({ secret: v.literal(TOY_SECRET), reference: v.string(), status: v.string(), amount: v.optional(v.number()) }),
      parseJson(decodeText(body) ?? ''),
    );
    const reply = (status: number, text: string) => ({ status, headers: { 'content-type': 'text/plain' }, body: text });
    if (!message.success) return Promise.resolve({ kind: 'refused', refusal: 'bad-signature', hint: 'Not ours.', reply: reply(401, 'NO') });
    const { reference, status, amount } = message.output;
    const amounts: Money[] = amount === undefined ? [] : [money(amount, 'IDR')];
    const notification = { id: `${reference}:${status}`, reference, status: STATUSES[status] ?? ('unknown' as const), code: status, amounts };
    const acknowledge = (verdict: string) => reply(verdict === 'accepted' ? 200 : 500, verdict);
    return Promise.resolve({ kind: 'notification', notification, acknowledge });
  },
};
