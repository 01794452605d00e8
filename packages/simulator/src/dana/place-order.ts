import { parseTimestamp } from './jakarta-time.ts';
import { checkMerchant } from './merchant.ts';
import { canonicalText, listAt, senAt, textAt } from './message.ts';
import type { Message } from './message.ts';
import { done } from './operation.ts';
import type { Answer } from './operation.ts';
import type { OrderDesk } from './order-desk.ts';
import type { Order, PayMethod } from './order.ts';
import { makePaymentCode, presentationOf } from './pay-option.ts';
import { exceedsLimit, inconsistentRequest, invalidFormat } from './refusal.ts';

/** Refuses an order that would be over before it began, or stay open too long. */
export function checkValidity(message: Message, { context, options }: OrderDesk): void {
  const validUpTo = textAt(message, 'validUpTo');
  if (validUpTo === '') return;
  const left = (parseTimestamp(validUpTo, 'jakarta') ?? 0) - context.clock.now();
  if (left <= 0 || left > options.validityLimitMs) throw invalidFormat('validUpTo');
}

/** Opens an order, or finds the one this request opened before: the same reference stands for the same content. */
export function placeOrder(desk: OrderDesk, message: Message, method: PayMethod | undefined): Answer {
  checkMerchant(message, desk.options);
  const known = desk.book.find(textAt(message, 'partnerReferenceNo'));
  if (known) {
    if (known.content !== canonicalText(message)) throw inconsistentRequest();
    return orderAnswer(desk, known);
  }
  if (senAt(message, 'amount') > desk.options.amountLimit) throw exceedsLimit();
  return orderAnswer(desk, openOrder(desk, message, method));
}

function openOrder({ context, options, book }: OrderDesk, message: Message, method: PayMethod | undefined): Order {
  const now = context.clock.now();
  const order = book.open({
    partnerReferenceNo: textAt(message, 'partnerReferenceNo'),
    merchantId: textAt(message, 'merchantId'),
    subMerchantId: textAt(message, 'subMerchantId'),
    externalStoreId: textAt(message, 'externalStoreId'),
    title: textAt(message, 'additionalInfo', 'order', 'orderTitle'),
    amount: senAt(message, 'amount'),
    content: canonicalText(message),
    expiresAt: parseTimestamp(textAt(message, 'validUpTo'), 'jakarta') ?? now + options.defaultValidityMs,
    method,
    paymentCode: makePaymentCode(method, context.random),
    hasPage: presentationOf(method) === 'page',
    returnUrl: urlOf(message, 'PAY_RETURN') ?? '',
    notifyUrl: urlOf(message, 'NOTIFICATION'),
  });
  const detail = { amount: order.amount, referenceNo: order.referenceNo };
  context.record({ type: 'order-created', reference: order.partnerReferenceNo, detail });
  return order;
}

function orderAnswer({ context }: OrderDesk, order: Order): Answer {
  return done({
    referenceNo: order.referenceNo,
    ...(order.pagePath && { webRedirectUrl: context.origin.web + order.pagePath }),
    ...(order.paymentCode !== undefined && { additionalInfo: { paymentCode: order.paymentCode } }),
  });
}

/** The merchant's address of one kind. */
export function urlOf(message: Message, type: 'PAY_RETURN' | 'NOTIFICATION'): string | undefined {
  const entry = listAt(message, 'urlParams').find((param) => textAt(param, 'type') === type);
  return entry && textAt(entry, 'url');
}
