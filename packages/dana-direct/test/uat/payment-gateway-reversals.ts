import { rupiah } from '@bayar/core';
import type { UatRow } from './row.ts';
import { spoilt } from './tampering.ts';

const once = { refundReference: 'RF-1', amount: rupiah(1) };

/** Codes the sandbox answers when they are the reference to be cancelled: DANA reference §7.3. */
const cancelCodes: readonly [code: string, becomes: object][] = [
  ['2025700', { kind: 'unknown', inquiry: { doubt: 'in-progress' } }],
  ['4035700', { kind: 'declined', decline: { reason: 'expired' } }],
  ['4035705', { kind: 'declined', decline: { reason: 'customer-account' } }],
  ['4035714', { kind: 'declined', decline: { reason: 'insufficient-funds' } }],
  ['4035715', { kind: 'declined', decline: { reason: 'not-permitted' } }],
  ['4045701', { kind: 'declined', decline: { reason: 'not-found' } }],
  ['4045708', { kind: 'declined', decline: { reason: 'merchant-not-ready' } }],
  ['5005701', { kind: 'unknown', inquiry: { doubt: 'acquirer-error' } }],
];

/** Amounts that make the sandbox answer a code: DANA reference §7.3. */
const refundAmounts: readonly [amount: number, code: string, becomes: object][] = [
  [435_814, '4035814', { kind: 'declined', decline: { reason: 'insufficient-funds' } }],
  [435_815, '4035815', { kind: 'declined', decline: { reason: 'not-permitted' } }],
  [435_816, '4035815', { kind: 'declined', decline: { reason: 'not-permitted' } }],
  [435_817, '4035815', { kind: 'declined', decline: { reason: 'not-permitted' } }],
  [445_808, '4045808', { kind: 'declined', decline: { reason: 'merchant-not-ready' } }],
  [505_801, '5005801', { kind: 'unknown', inquiry: { doubt: 'acquirer-error' } }],
  [225_800, '2025800', { kind: 'unknown', inquiry: { doubt: 'in-progress' } }],
  [21_000_000, '4035802', { kind: 'declined', decline: { reason: 'amount-limit' } }],
];

/** Cancellations and refunds: DANA reference §7.1. */
export const reversalRows: readonly UatRow[] = [
  {
    id: 'CancelOrder valid',
    answer: { http: 200, code: '2005700', message: 'Success' },
    run: async ({ dana, created }) => dana.cancelPayment(await created()),
    becomes: { kind: 'done', value: { status: 'cancelled' } },
  },
  ...cancelCodes.map(([code, becomes]): UatRow => ({
    id: `Cancel magic ${code}`,
    answer: code.startsWith('2') ? { code } : { http: Number(code.slice(0, 3)), code },
    run: ({ dana, unknown }) => dana.cancelPayment(unknown(code)),
    becomes,
  })),
  {
    id: 'CancelOrderInvalidMandatoryField',
    answer: { http: 400, code: '4005702' },
    run: ({ dana, unknown, tampered }) => tampered(spoilt.noTimestamp, () => dana.cancelPayment(unknown())),
    becomes: { kind: 'declined', decline: { reason: 'invalid-request' } },
  },
  {
    id: 'CancelOrderUnauthorized',
    answer: { http: 401, code: '4015700' },
    run: ({ dana, unknown, tampered }) => tampered(spoilt.wrongSignature, () => dana.cancelPayment(unknown())),
    becomes: { kind: 'declined', decline: { reason: 'authentication' } },
  },
  {
    id: 'CancelOrderTransactionNotFound',
    answer: { http: 404, code: '4045701' },
    run: ({ dana, unknown }) => dana.cancelPayment(unknown()),
    becomes: { kind: 'declined', decline: { reason: 'not-found' } },
  },
  {
    id: 'CancelOrderInvalidTransactionStatus',
    answer: { http: 404, code: '4045700' },
    run: async ({ dana, paid }) => {
      const payment = await paid();
      await dana.refundPayment(payment, once);
      return dana.cancelPayment(payment);
    },
    becomes: { kind: 'declined', decline: { reason: 'wrong-status' } },
  },
  {
    id: 'Refund valid',
    answer: { http: 200, code: '2005800' },
    run: async ({ dana, paid }) => {
      const payment = await paid();
      return dana.refundPayment(payment, { ...once, refundReference: payment.reference });
    },
    becomes: { kind: 'done', value: { status: 'succeeded' } },
  },
  {
    id: 'RefundOrderDuplicateRequest',
    answer: { http: 404, code: '4045818' },
    run: async ({ dana, paid }) => {
      const payment = await paid({ amount: rupiah(20_000) });
      await dana.refundPayment(payment, once);
      return dana.refundPayment(payment, { ...once, amount: rupiah(10_000) });
    },
    becomes: { kind: 'unknown', inquiry: { doubt: 'already-exists' } },
  },
  {
    id: 'RefundOrderNotPaid',
    answer: { http: 404, code: '4045800' },
    run: async ({ dana, created }) => dana.refundPayment(await created(), once),
    becomes: { kind: 'declined', decline: { reason: 'wrong-status' } },
  },
  {
    id: 'RefundOrderIllegalParameter',
    answer: { http: 400, code: '4005801', message: 'Invalid Field Format refundAmount' },
    run: ({ dana, unknown, tampered }) =>
      tampered({ body: (text) => text.replace('"10000.00"', '"10000"') }, () =>
        dana.refundPayment(unknown(), { ...once, amount: rupiah(10_000) }),
      ),
    becomes: { kind: 'declined', decline: { reason: 'invalid-request' } },
  },
  {
    id: 'RefundOrderInvalidMandatoryParameter',
    answer: { http: 400, code: '4005802', message: 'Invalid Mandatory Field X-SIGNATURE' },
    run: ({ dana, unknown, tampered }) => tampered(spoilt.noSignature, () => dana.refundPayment(unknown(), once)),
    becomes: { kind: 'declined', decline: { reason: 'invalid-request' } },
  },
  {
    id: 'RefundOrderInvalidBill',
    answer: { http: 404, code: '4045801', message: 'Transaction Not Found' },
    run: ({ dana, unknown }) => dana.refundPayment(unknown(), once),
    becomes: { kind: 'declined', decline: { reason: 'not-found' } },
  },
  {
    id: 'RefundOrderUnauthorized',
    answer: { http: 401, code: '4015800' },
    run: ({ dana, unknown, tampered }) => tampered(spoilt.wrongSignature, () => dana.refundPayment(unknown(), once)),
    becomes: { kind: 'declined', decline: { reason: 'authentication' } },
  },
  ...refundAmounts.map(([amount, code, becomes]): UatRow => ({
    id: `Refund magic amount ${String(amount)}.00`,
    answer: code.startsWith('2') ? { code } : { http: Number(code.slice(0, 3)), code },
    run: ({ dana, unknown }) => dana.refundPayment(unknown(), { ...once, amount: rupiah(amount) }),
    becomes,
  })),
];
