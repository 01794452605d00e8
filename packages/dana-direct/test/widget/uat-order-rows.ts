import { rupiah, type Payment } from '@bayar/core';
import type { Bench } from '../uat/bench.ts';
import type { UatRow } from '../uat/row.ts';
import { spoilt, type Tampering } from '../uat/tampering.ts';
import { declined, nobodys, paying, unknown } from './uat-cases.ts';

/** Tampers with the inquiry about a payment alone. */
const inquiry =
  (change: Tampering = {}, before?: (bench: Bench, payment: Payment) => Promise<unknown>): UatRow['run'] =>
  async (bench) => {
    const payment = await paying(bench);
    await before?.(bench, payment);
    return bench.tampered(change, () => bench.dana.getPayment(payment));
  };
const refund = ({ dana }: Bench, whole = 1, payment: typeof nobodys = nobodys) =>
  dana.refundPayment(payment, { refundReference: 'RF-1', amount: rupiah(whole) });
const found = (status: string) => ({ kind: 'found', value: { status } });

/** Inquiries: DANA reference §7.2. */
export const queryRows: readonly UatRow[] = [
  {
    id: 'QueryOrder paid',
    run: inquiry({}, (bench, { reference }) => bench.simulator.dana.customer.pay(reference)),
    answer: { http: 200, code: '2005500' },
    becomes: found('paid'),
  },
  {
    id: 'QueryOrder init',
    run: inquiry(),
    answer: { http: 200, code: '2005500' },
    becomes: found('awaiting-customer'),
  },
  {
    id: 'QueryOrder paying',
    run: async (bench) => bench.dana.getPayment(await paying(bench, 205_502)),
    answer: { http: 200, code: '2005500' },
    becomes: found('processing'),
  },
  {
    id: 'QueryOrder cancelled',
    run: inquiry({}, (bench, payment) => bench.dana.cancelPayment(payment)),
    answer: { http: 200, code: '2005500' },
    becomes: found('cancelled'),
  },
  {
    id: 'QueryOrder not found',
    run: (bench) => bench.dana.getPayment(nobodys),
    answer: { http: 404, code: '4045501', message: 'Transaction Not Found' },
    becomes: { kind: 'absent', final: true },
  },
  {
    id: 'QueryOrder format',
    run: inquiry(spoilt.blankInTimestamp),
    answer: { http: 400, code: '4005501', message: 'Invalid Field Format X-TIMESTAMP' },
    becomes: { kind: 'unavailable', because: 'invalid-request' },
  },
  {
    id: 'QueryOrder mandatory',
    run: inquiry(spoilt.noTimestamp),
    answer: { http: 400, code: '4005502', message: 'Invalid Mandatory Field X-TIMESTAMP' },
    becomes: { kind: 'unavailable', because: 'invalid-request' },
  },
  {
    id: 'QueryOrder general',
    run: inquiry({ body: (text) => text.replace('"54"', '"AZ"') }),
    answer: { http: 500, code: '5005501', message: 'Internal Server Error' },
    becomes: { kind: 'unavailable', because: 'acquirer-error' },
  },
];

/** Cancellations and refunds: DANA reference §7.2. */
export const reversalRows: readonly UatRow[] = [
  {
    id: 'CancelOrderFailMissingParameter',
    run: (bench) =>
      bench.tampered({ body: (text) => text.replace(/"originalPartnerReferenceNo":"[^"]*",/, '') }, () =>
        bench.dana.cancelPayment(nobodys),
      ),
    answer: { http: 400, code: '4005702', message: 'Invalid Mandatory Field originalPartnerReferenceNo' },
    becomes: declined('invalid-request'),
  },
  {
    id: 'Refund valid',
    run: async (bench) => {
      const payment = await paying(bench);
      await bench.simulator.dana.customer.pay(payment.reference);
      return refund(bench, 1, payment);
    },
    answer: { http: 200, code: '2005800', message: 'Successful' },
    becomes: { kind: 'done' },
  },
  {
    id: 'Refund mandatory',
    run: (bench) => bench.tampered(spoilt.noSignature, () => refund(bench)),
    answer: { http: 400, code: '4005802', message: 'Invalid Mandatory Field X-SIGNATURE' },
    becomes: declined('invalid-request'),
  },
  {
    id: 'Refund not exist',
    run: (bench) => refund(bench),
    answer: { http: 404, code: '4045812', message: 'Invalid Bill' },
    becomes: declined('not-found'),
  },
  {
    id: 'Refund signature',
    run: (bench) => bench.tampered(spoilt.wrongSignature, () => refund(bench)),
    answer: { http: 401, code: '4015800', message: 'Unauthorized. Invalid Signature' },
    becomes: declined('authentication'),
  },
  {
    id: 'Refund timeout',
    run: (bench) => refund(bench, 505_801),
    answer: { http: 500, code: '5005801' },
    becomes: unknown('acquirer-error'),
  },
  {
    id: 'Refund merchant',
    run: (bench) => refund(bench, 445_808),
    answer: { http: 404, code: '4045808', message: 'Invalid Merchant' },
    becomes: declined('merchant-not-ready'),
  },
];
