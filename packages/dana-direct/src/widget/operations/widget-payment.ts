import type { Payment } from '@bayar/core';
import { isMismatch, isMissing, operation, type Intent, type Operation } from '@bayar/core/kit';
import { createOrder } from '../../payment-gateway/operations/create-order.ts';
import { withPage, type OrderAnswer } from '../../payment-gateway/order-answer.ts';
import { checkOrder, encodeAround, encodeDetails, encodeHead } from '../../payment-gateway/order.ts';
import type { Settings } from '../../settings.ts';
import { located, type DanaWidgetExtra } from '../widget-extra.ts';

/**
 * Creates a payment for DANA's Widget: an order as the Payment Gateway's, at a path of its own and under a product code.
 * Its page lets a customer in by a one-time token, or asks them to log in.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/direct-debit-payment | DANA reference: Direct Debit Payment}.
 */
export function widgetPayment(settings: Settings): Operation<Intent<DanaWidgetExtra>, OrderAnswer, Payment> {
  const order = createOrder(settings, withPage);
  const { productCode } = settings.widget;
  return operation({
    ...order,
    name: 'widgetPayment',
    path: '/rest/redirection/v1.0/debit/payment-host-to-host',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/direct-debit-payment',
    check: checkOrder,
    encode: (intent) => ({
      ...encodeHead(intent, settings),
      additionalInfo: { productCode, ...encodeAround(intent, settings), order: encodeDetails(intent) },
    }),
    decode: (wire, intent) => {
      const payment = order.decode(wire, intent);
      return isMismatch(payment) || isMissing(payment) ? payment : located(payment);
    },
  });
}
