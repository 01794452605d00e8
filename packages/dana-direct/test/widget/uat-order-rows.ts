import { rupiah, type Payment } from '@bayar/core';
import { order } from './bench.ts';
import { badSignature, declined, done, nobodys, noTime, refund, spoilt, unknown, type UatRow } from './uat-row.ts';
import { body, header, type Spoil, type Uat } from './uat.ts';

/** Spoils the inquiry about a payment, after its creation. */
const inquiry =
  (spoil?: Spoil, before: (uat: Uat, payment: Payment) => Promise<unknown> = async () => undefined): UatRow['run'] =>
  async (uat) => {
    const payment = await order(uat);
    await before(uat, payment);
    if (spoil !== undefined) uat.spoilNext(spoil);
    return uat.dana.getPayment(payment);
  };
const found = (status: string) => ({ kind: 'found', value: { status } });

export const queries: readonly UatRow[] = [
  {
    id: 'QueryOrder paid',
    run: inquiry(undefined, (uat, { reference }) => uat.simulator.dana.customer.pay(reference)),
    answers: [200, '2005500'],
    outcome: found('paid'),
  },
  { id: 'QueryOrder init', run: inquiry(), answers: [200, '2005500'], outcome: found('awaiting-customer') },
  {
    id: 'QueryOrder paying',
    run: async (uat) => uat.dana.getPayment(await order(uat, { amount: rupiah(205_502) })),
    answers: [200, '2005500'],
    outcome: found('processing'),
  },
  {
    id: 'QueryOrder cancelled',
    run: inquiry(undefined, (uat, payment) => uat.dana.cancelPayment(payment)),
    answers: [200, '2005500'],
    outcome: found('cancelled'),
  },
  {
    id: 'QueryOrder not found',
    run: (uat) => uat.dana.getPayment(nobodys),
    answers: [404, '4045501', 'Transaction Not Found'],
    outcome: { kind: 'absent', final: true },
  },
  {
    id: 'QueryOrder format',
    run: inquiry(header('x-timestamp', '2026-09-01 10:00:00+07:00')),
    answers: [400, '4005501', 'Invalid Field Format X-TIMESTAMP'],
    outcome: { kind: 'unavailable', because: 'invalid-request' },
  },
  {
    id: 'QueryOrder mandatory',
    run: inquiry(noTime),
    answers: [400, '4005502', 'Invalid Mandatory Field X-TIMESTAMP'],
    outcome: { kind: 'unavailable', because: 'invalid-request' },
  },
  {
    id: 'QueryOrder general',
    // A read in doubt is asked again: each time, it is asked wrongly.
    run: async (uat) => {
      const wrongService = body((text) => text.replace('"54"', '"AZ"'));
      const payment = await order(uat);
      for (let sends = 0; sends < 3; sends += 1) uat.spoilNext(wrongService);
      return uat.dana.getPayment(payment);
    },
    answers: [500, '5005501', 'Internal Server Error'],
    outcome: { kind: 'unavailable', because: 'acquirer-error' },
  },
];

export const endings: readonly UatRow[] = [
  {
    id: 'CancelOrderFailMissingParameter',
    run: spoilt(
      body((text) => text.replace(/"originalPartnerReferenceNo":"[^"]*",/, '')),
      (uat) => uat.dana.cancelPayment(nobodys),
    ),
    answers: [400, '4005702', 'Invalid Mandatory Field originalPartnerReferenceNo'],
    outcome: declined('invalid-request'),
  },
  {
    id: 'Refund valid',
    run: async (uat) => {
      const payment = await order(uat);
      await uat.simulator.dana.customer.pay(payment.reference);
      return refund(uat, payment);
    },
    answers: [200, '2005800', 'Successful'],
    outcome: done,
  },
  {
    id: 'Refund mandatory',
    run: spoilt(header('x-signature', ''), (uat) => refund(uat, nobodys)),
    answers: [400, '4005802', 'Invalid Mandatory Field X-SIGNATURE'],
    outcome: declined('invalid-request'),
  },
  {
    id: 'Refund not exist',
    run: (uat) => refund(uat, nobodys),
    answers: [404, '4045812', 'Invalid Bill'],
    outcome: declined('not-found'),
  },
  {
    id: 'Refund signature',
    run: spoilt(badSignature, (uat) => refund(uat, nobodys)),
    answers: [401, '4015800', 'Unauthorized. Invalid Signature'],
    outcome: declined('authentication'),
  },
  {
    id: 'Refund timeout',
    run: (uat) => refund(uat, nobodys, 505_801),
    answers: [500, '5005801'],
    outcome: unknown('acquirer-error'),
  },
  {
    id: 'Refund merchant',
    run: (uat) => refund(uat, nobodys, 445_808),
    answers: [404, '4045808', 'Invalid Merchant'],
    outcome: declined('merchant-not-ready'),
  },
];
