import { operation } from '@bayar/core/kit';
import { cancelOrder } from '../../payment-gateway/operations/cancel-order.ts';
import { queryPayment } from '../../payment-gateway/operations/query-payment.ts';
import { refundOrder } from '../../payment-gateway/operations/refund-order.ts';
import { encodeRefundOptions } from '../../payment-gateway/refund-options.ts';
import type { Settings } from '../../settings.ts';
import { located } from '../widget-extra.ts';

// What follows a Widget payment is what follows an order of the Payment Gateway, at paths of its own.

/**
 * Inquires about a Widget payment.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/query-payment | DANA reference: Query Payment}.
 */
export function widgetQuery(settings: Settings): ReturnType<typeof queryPayment> {
  const query = queryPayment(settings);
  return operation({
    ...query,
    name: 'widgetQueryPayment',
    path: '/rest/v1.1/debit/status',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/query-payment',
    decode: (wire, question) => query.decode(wire, { ...question, ref: located(question.ref) }),
  });
}

/**
 * Cancels a Widget payment.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/cancel-order | DANA reference: Cancel Order}.
 */
export function widgetCancel(settings: Settings): ReturnType<typeof cancelOrder> {
  return operation({
    ...cancelOrder(settings),
    name: 'widgetCancelOrder',
    path: '/v1.0/debit/cancel.htm',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/cancel-order',
  });
}

/**
 * Refunds a Widget payment. Here DANA wants to know the environment, if only that there is nothing to say of it.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/refund-order | DANA reference: Refund Order}.
 */
export function widgetRefund(settings: Settings): ReturnType<typeof refundOrder> {
  const refund = refundOrder(settings);
  return operation({
    ...refund,
    name: 'widgetRefundOrder',
    path: '/v1.0/debit/refund.htm',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/refund-order',
    encode: (intent) => ({
      ...refund.encode(intent),
      additionalInfo: { envInfo: {}, ...encodeRefundOptions(intent.refund) },
    }),
  });
}
