import { commonCodes } from '@bayar/bi-snap';
import type { Payment } from '@bayar/core';
import {
  asked,
  doubtful,
  mismatch,
  operation,
  refused,
  refusedForNow,
  type CodeTable,
  type Operation,
  type Intent,
} from '@bayar/core/kit';
import type { DanaDirectExtra } from '../../extra.ts';
import { DANA_DIRECT } from '../../id.ts';
import { outletOf } from '../../outlet.ts';
import type { Settings } from '../../settings.ts';
import { checkMethod } from '../method-rules.ts';
import { decodeNext, type OrderAnswer } from '../order-answer.ts';
import { checkOrder, encodeOrder } from '../order.ts';
import { encodeLocator } from '../original.ts';

const codes: CodeTable = {
  ...commonCodes,
  '403/02': refused('amount-limit', 'The amount is above what DANA lets this merchant or customer pay at once.'),
  '403/05': refused(
    'customer-account',
    'DANA will not serve this customer or merchant account: its state is abnormal.',
  ),
  '403/15': refusedForNow('not-permitted', 'DANA does not permit this transaction now. Try later, or ask DANA why.'),
  '404/08': refused(
    'merchant-not-ready',
    'DANA does not know the merchant, the division or the store: divisionId is the externalDivisionId, storeId the externalShopId.',
  ),
  '404/18': refused(
    'inconsistent',
    'The reference was used before for other content. Give this attempt its own reference.',
  ),
  '429/00': doubtful('rate-limited'),
  // DANA lists 5005400 as failed and asks in the same line to retry: the order may exist.
  '500/00': doubtful('acquirer-error'),
  '500/01': doubtful('acquirer-error'),
};

/**
 * Creates an order: on DANA's hosted checkout page, or for the one method the payment names. DANA recognises a repeat by
 * merchant and reference and answers with the order it has, so the same bytes may be sent three times. Nothing in the
 * body depends on when it was made: the same request with the same expiry is the same bytes after a restart.
 *
 * Sources: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/create-order-hosted | DANA reference: Create Order},
 * {@link https://dashboard.dana.id/api-docs-v2/guide/gapura/custom-checkout | DANA guide: Custom Checkout}.
 */
export function createOrder(
  settings: Settings,
  answer: OrderAnswer,
): Operation<Intent<DanaDirectExtra>, OrderAnswer, Payment> {
  return operation({
    name: 'createOrder',
    path: '/payment-gateway/v1.0/debit/payment-host-to-host.htm',
    kind: 'mutation',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/payment-gateway/create-order-hosted',
    repeat: { samePayload: 3 },
    check: (intent) => [...checkOrder(intent), ...checkMethod(intent, settings)],
    encode: (intent) => encodeOrder(intent, settings),
    codes,
    response: answer,
    decode: (wire, intent) => {
      if (wire.partnerReferenceNo !== intent.request.reference) return mismatch('partnerReferenceNo');
      return {
        ...asked(DANA_DIRECT, intent),
        acquirerReference: wire.referenceNo,
        locator: encodeLocator(outletOf(settings, intent.extra)),
        status: 'awaiting-customer',
        next: decodeNext(wire, intent.extra?.method),
        expiresAt: intent.expiresAt.toISOString(),
      };
    },
  });
}
