import { refuseMagicOrder } from './magic-values.ts';
import { listAt, textAt } from './message.ts';
import type { Message } from './message.ts';
import type { Operation } from './operation.ts';
import type { OrderDesk } from './order-desk.ts';
import { createOrderShape } from './order-shape.ts';
import { chosenMethod, isQris } from './pay-option.ts';
import { checkValidity, placeOrder, urlOf } from './place-order.ts';
import { internalServerError, invalidFormat } from './refusal.ts';
import type { DanaOptions } from './settings.ts';

/** Payment Gateway createOrder: a hosted page, or the method the merchant chose (DANA reference §3.2). */
export function createOrder(desk: OrderDesk): Operation {
  const { options } = desk;
  return {
    name: 'createOrder',
    paths: ['/payment-gateway/v1.0/debit/payment-host-to-host.htm'],
    service: '54',
    auth: 'b2b',
    shape: createOrderShape,
    echo: ['partnerReferenceNo'],
    check(message) {
      if (urlOf(message, 'PAY_RETURN') === undefined) throw invalidFormat('urlParams');
      checkScenario(message);
      checkValidity(message, desk);
      checkQris(message, options);
    },
    ...(options.magicAmountsOnPaymentGateway && { magic: refuseMagicOrder }),
    run: (message) => placeOrder(desk, message, chosenMethod(message)),
  };
}

/** The scenario and the presence of a chosen method say the same thing (DANA reference §3.2). */
function checkScenario(message: Message): void {
  const scenario = textAt(message, 'additionalInfo', 'order', 'scenario');
  const isApi = listAt(message, 'payOptionDetails').length > 0;
  if (scenario && scenario !== (isApi ? 'API' : 'REDIRECT')) throw invalidFormat('additionalInfo.order.scenario');
}

const longestQrisReference = 25;

function checkQris(message: Message, options: DanaOptions): void {
  if (!isQris(chosenMethod(message))) return;
  const withoutStore = textAt(message, 'externalStoreId') === '';
  if (!withoutStore && textAt(message, 'partnerReferenceNo').length <= longestQrisReference) return;
  if (options.qrisRefusal === '5005401') throw internalServerError();
  throw invalidFormat(withoutStore ? 'externalStoreId' : 'partnerReferenceNo');
}
