import { payingAmount, refuseMagicOrder, silentAmount } from './magic-values.ts';
import { senAt, textAt } from './message.ts';
import type { Operation } from './operation.ts';
import type { OrderDesk } from './order-desk.ts';
import { widgetPaymentShape } from './order-shape.ts';
import { checkValidity, placeOrder } from './place-order.ts';

/** Widget payment: the page knows the customer already when its address carries a one-time token (DANA reference §3.8). */
export function widgetPayment(desk: OrderDesk): Operation {
  return {
    name: 'widgetPayment',
    paths: ['/rest/redirection/v1.0/debit/payment-host-to-host'],
    service: '54',
    auth: 'b2b',
    shape: widgetPaymentShape,
    echo: ['partnerReferenceNo'],
    check: (message) => checkValidity(message, desk),
    magic: refuseMagicOrder,
    isSilent: (message) => senAt(message, 'amount') === silentAmount,
    run(message) {
      const answer = placeOrder(desk, message, undefined);
      const order = desk.book.find(textAt(message, 'partnerReferenceNo'));
      if (order?.amount === payingAmount) desk.state.startPaying(order);
      return answer;
    },
  };
}
