import { checkMerchant } from './merchant.ts';
import { textAt } from './message.ts';
import type { Message } from './message.ts';
import { done } from './operation.ts';
import type { Operation } from './operation.ts';
import { envInfo } from './order-shape.ts';
import { money, object, optional, required, text, textOrEmpty } from './rules.ts';
import type { DanaOptions } from './settings.ts';

const virtualAccountBanks = ['BNI', 'BRI', 'CIMB', 'MANDIRI', 'BTPN', 'PANI', 'BSI_PAYMENT'];

/** Lists the methods a customer could pay with. Success carries service 57, refusals 00 (DANA reference §4.7). */
export function consultPay(options: DanaOptions): Operation {
  return {
    name: 'consultPay',
    paths: ['/v1.0/payment-gateway/consult-pay.htm'],
    service: '00',
    successService: '57',
    auth: 'b2b',
    shape: {
      merchantId: required(text(64)),
      amount: required(money),
      externalStoreId: optional(textOrEmpty(64)),
      additionalInfo: required(object({ envInfo: required(object(envInfo)) })),
    },
    echo: [],
    run(message) {
      checkMerchant(message, options);
      return done({ paymentInfos: paymentInfos(message) });
    },
  };
}

/** QRIS belongs to a shop, so it is listed only for one. */
function paymentInfos(message: Message): readonly Message[] {
  const network = ['NETWORK_PAY_PG_CARD', ...(textAt(message, 'externalStoreId') ? ['NETWORK_PAY_PG_QRIS'] : [])];
  return [
    { payMethod: 'BALANCE' },
    ...virtualAccountBanks.map((bank) => ({ payMethod: 'VIRTUAL_ACCOUNT', payOption: `VIRTUAL_ACCOUNT_${bank}` })),
    ...network.map((payOption) => ({ payMethod: 'NETWORK_PAY', payOption })),
  ];
}
