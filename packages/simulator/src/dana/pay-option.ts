import type { RandomSource } from '../random.ts';
import { listAt, textAt } from './message.ts';
import type { Message } from './message.ts';
import type { PayMethod } from './order.ts';

/** How the result of an order with a chosen method reaches the customer (DANA reference §3.3). */
export type Presentation = 'page' | 'payment-code' | 'push';

/** The method an API order chose, or undefined where the customer chooses on the page. */
export function chosenMethod(message: Message): PayMethod | undefined {
  const [detail] = listAt(message, 'payOptionDetails');
  return detail && { payMethod: textAt(detail, 'payMethod'), payOption: textAt(detail, 'payOption') };
}

/** Whether the customer pays by scanning a code. */
export function isQris(method: PayMethod | undefined): boolean {
  return method?.payOption === 'NETWORK_PAY_PG_QRIS';
}

/** Whether the customer pays by transfer to a number made for this order. */
export function isVirtualAccount(method: PayMethod | undefined): boolean {
  return method?.payMethod === 'VIRTUAL_ACCOUNT';
}

/** Whether the customer pays in cash with a code. */
export function isPaidAtTill(method: PayMethod | undefined): boolean {
  return method?.payMethod === 'OTC' || method?.payOption === 'NETWORK_PAY_PC_INDOMARET';
}

/** Virtual account and QRIS orders carry a code, OVO pushes to the customer's phone, all others have a page. */
export function presentationOf(method: PayMethod | undefined): Presentation {
  if (isQris(method) || isVirtualAccount(method)) return 'payment-code';
  return method?.payOption === 'NETWORK_PAY_PG_OVO' ? 'push' : 'page';
}

/** A virtual account number, or text for a QR code. */
export function makePaymentCode(method: PayMethod | undefined, random: RandomSource): string | undefined {
  if (isVirtualAccount(method)) return `8528${random.digits(12)}`;
  if (isQris(method))
    return `00020101021226570011ID.DANA.WWW0118${random.digits(18)}6304${random.hex(4).toUpperCase()}`;
  return undefined;
}
