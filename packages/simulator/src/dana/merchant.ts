import { textAt } from './message.ts';
import type { Message } from './message.ts';
import { invalidMerchant } from './refusal.ts';
import type { DanaOptions } from './settings.ts';

/** Refuses a merchant, division or shop DANA does not know. The answer is the same; only the debug message differs. */
export function checkMerchant(message: Message, options: DanaOptions): void {
  if (textAt(message, 'merchantId') !== options.merchantId)
    throw invalidMerchant('MERCHANT_NOT_EXIST:merchant not exist');
  const division = textAt(message, 'subMerchantId');
  if (division && options.subMerchantIds?.includes(division) === false) {
    throw invalidMerchant('DIVISION_NOT_EXIST:division not exist');
  }
  const shop = textAt(message, 'externalStoreId');
  if (shop && options.storeIds?.includes(shop) === false) throw invalidMerchant('SHOP_NOT_EXIST:shop not exist');
}
