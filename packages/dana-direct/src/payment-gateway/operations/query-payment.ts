import * as v from 'valibot';
import { amountSchema, commonCodes } from '@bayar/bi-snap';
import { sameMoney, type Payment } from '@bayar/core';
import {
  absent,
  doubtful,
  mismatch,
  operation,
  refOf,
  refused,
  type CodeTable,
  type Operation,
  type PaymentQuestion,
} from '@bayar/core/kit';
import { decodeOrderStatus } from '../../order-status.ts';
import { decodeTime } from '../../order-time.ts';
import type { Settings } from '../../settings.ts';
import { checkOriginal, encodeOriginal, originalEntries } from '../original.ts';

/** The service code of orders of the payment gateway. */
const PAYMENT_GATEWAY = '54';

const codes: CodeTable = {
  ...commonCodes,
  '401/01': refused(
    'authentication',
    'DANA refused the token. The payment gateway uses none: check that client id and product match.',
  ),
  '404/01': absent(true),
  '429/00': doubtful('rate-limited'),
  '500/00': doubtful('acquirer-error'),
  '500/01': doubtful('acquirer-error'),
};

const response = v.object({
  ...originalEntries,
  latestTransactionStatus: v.string(),
  // A hint: nobody is refused for it.
  transactionStatusDesc: v.fallback(v.optional(v.string()), undefined),
  amount: v.nullish(amountSchema),
  transAmount: v.nullish(amountSchema),
  paidTime: v.nullish(v.string()),
  additionalInfo: v.nullish(
    v.object({
      amountDetail: v.nullish(v.object({ refundAmount: v.nullish(amountSchema) })),
      timeDetail: v.nullish(v.object({ expiryTime: v.nullish(v.string()) })),
      statusDetail: v.nullish(v.object({ acquirementStatus: v.nullish(v.string()) })),
      closeReason: v.nullish(v.string()),
    }),
  ),
});

type Wire = v.InferOutput<typeof response>;

/**
 * Inquires about an order. The answer never repeats the checkout URL, so `next` is `none`.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/query-payment | DANA reference: Query Payment}.
 */
export function queryPayment({
  merchantId,
  payingMeans,
}: Settings): Operation<PaymentQuestion, typeof response, Payment> {
  return operation({
    name: 'queryPayment',
    path: '/payment-gateway/v1.0/debit/status.htm',
    kind: 'read',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/payment-gateway/query-payment',
    repeat: { samePayload: 3 },
    encode: ({ ref }) => ({ ...encodeOriginal(merchantId, ref), serviceCode: PAYMENT_GATEWAY }),
    codes,
    response,
    decode: (wire, { ref }) => {
      const other = checkOriginal(wire, ref);
      if (other !== undefined) return other;
      const amount = wire.amount ?? wire.transAmount ?? ref.amount;
      if (!sameMoney(amount, ref.amount)) return mismatch('amount');
      const refunded = wire.additionalInfo?.amountDetail?.refundAmount;
      return {
        ...refOf(ref, wire.originalReferenceNo),
        status: decodeOrderStatus(factsOf(wire), amount, payingMeans),
        next: { type: 'none' },
        ...decodeTimes(wire),
        ...(refunded === null || refunded === undefined || refunded.minor === 0 ? {} : { refunded }),
      };
    },
  });
}

function factsOf({
  latestTransactionStatus,
  transactionStatusDesc,
  paidTime,
  additionalInfo,
}: Wire): Parameters<typeof decodeOrderStatus>[0] {
  return {
    code: latestTransactionStatus,
    description: transactionStatusDesc,
    acquirement: additionalInfo?.statusDetail?.acquirementStatus ?? undefined,
    closeReason: additionalInfo?.closeReason ?? undefined,
    wasPaid: (paidTime ?? '') !== '',
    refunded: additionalInfo?.amountDetail?.refundAmount ?? undefined,
  };
}

function decodeTimes({ paidTime, additionalInfo }: Wire): Pick<Payment, 'paidAt' | 'expiresAt'> {
  const paidAt = decodeTime(paidTime);
  const expiresAt = decodeTime(additionalInfo?.timeDetail?.expiryTime);
  return { ...(expiresAt === undefined ? {} : { expiresAt }), ...(paidAt === undefined ? {} : { paidAt }) };
}
