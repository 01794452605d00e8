import type { Order } from './order.ts';

/** Only `SUCCESS` was ever seen; the others are this simulator's words for what DANA does not document. */
export type PayReturnStatus = 'SUCCESS' | 'FAILED' | 'CANCELLED' | 'CLOSED';

/** Where the customer's browser goes: the merchant's address with four parameters nobody signed (DANA reference §1.4). */
export function payReturnUrl(order: Order, status: PayReturnStatus): string {
  if (order.returnUrl === '') return '';
  const query = new URLSearchParams({
    originalReferenceNo: order.referenceNo,
    originalPartnerReferenceNo: order.partnerReferenceNo,
    merchantId: order.merchantId,
    status,
  });
  const separator = order.returnUrl.includes('?') ? '&' : '?';
  return `${order.returnUrl}${separator}${query.toString()}`;
}
