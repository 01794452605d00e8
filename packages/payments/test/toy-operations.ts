import * as v from 'valibot';
import type { Payment, PaymentRef, PaymentStatus, Refund } from '@bayar/core';
import {
  absent,
  mismatch,
  operation,
  refused,
  refusedForNow,
  success,
  type Cancellation,
  type Intent,
  type PaymentQuestion,
  type RefundIntent,
} from '@bayar/core/kit';

const wire = v.object({
  reference: v.string(),
  amount: v.number(),
  status: v.optional(v.string()),
  page: v.optional(v.string()),
});
const codes = {
  ok: success,
  account: refused('authentication', 'Not this merchant.'),
  no: refused('not-permitted', 'Said no.'),
  later: refusedForNow('rate-limited', 'Said later.', 1_000),
  absent: absent(true),
  'absent-yet': absent(false),
};
const shared = { docs: 'https://toy.example/docs', repeat: {}, codes, response: wire };
/** The toy's statuses as ours. */
export const STATUSES: Readonly<Record<string, PaymentStatus>> = {
  open: 'awaiting-customer',
  paid: 'paid',
  cancelled: 'cancelled',
  refunded: 'refunded',
  expired: 'expired',
  failed: 'failed',
};

/** Asks to be paid. */
export const create = operation({
  ...shared,
  name: 'create',
  path: '/create',
  kind: 'mutation',
  encode: ({ request }: Intent) => ({
    reference: request.reference,
    amount: request.amount.minor,
    returnUrl: request.returnUrl,
  }),
  decode: (answer, { request, createdAt }): Payment | ReturnType<typeof mismatch> => {
    if (answer.amount !== request.amount.minor) return mismatch('amount');
    const ref = {
      acquirer: 'toy',
      adapter: 'toy',
      reference: request.reference,
      amount: request.amount,
      createdAt: createdAt.toISOString(),
      locator: { key: `toy:${answer.reference}` },
    };
    return {
      ...ref,
      acquirerReference: `T-${answer.reference}`,
      status: 'awaiting-customer',
      next: { type: 'redirect', url: answer.page ?? '' },
    };
  },
});

/** Asks how a payment stands. */
export const query = operation({
  ...shared,
  name: 'query',
  path: '/query',
  kind: 'read',
  encode: ({ ref }: PaymentQuestion) => ({ reference: ref.reference }),
  decode: (answer, { ref }) => (answer.amount === ref.amount.minor ? seen(ref, answer.status) : mismatch('amount')),
});

/** Cancels. */
export const cancel = operation({
  ...shared,
  name: 'cancel',
  path: '/cancel',
  kind: 'mutation',
  encode: ({ ref }: Cancellation) => ({ reference: ref.reference }),
  decode: (answer, { ref }) => seen(ref, answer.status),
});

/** Refunds. */
export const refund = operation({
  ...shared,
  name: 'refund',
  path: '/refund',
  kind: 'mutation',
  encode: ({ ref, refund: asked }: RefundIntent) => ({
    reference: ref.reference,
    refundReference: asked.refundReference,
    amount: asked.amount.minor,
  }),
  decode: (_, { ref, refund: asked }): Refund => ({
    refundReference: asked.refundReference,
    amount: asked.amount,
    status: 'succeeded',
    payment: ref,
  }),
});

function seen(ref: PaymentRef, status = ''): Payment {
  const { acquirer, adapter, reference, amount, createdAt, locator } = ref;
  return {
    acquirer,
    adapter,
    reference,
    amount,
    createdAt,
    locator,
    status: STATUSES[status] ?? 'unknown',
    next: { type: 'none' },
  };
}
