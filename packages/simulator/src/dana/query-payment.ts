import { encodeMoney } from './money.ts';
import { formatJakarta } from './jakarta-time.ts';
import { refuseMagicQuery } from './magic-values.ts';
import { textAt } from './message.ts';
import type { Message } from './message.ts';
import { done } from './operation.ts';
import type { Operation } from './operation.ts';
import type { OrderDesk } from './order-desk.ts';
import { refundedAmount } from './order.ts';
import type { Order, OrderStatus } from './order.ts';
import { isVirtualAccount } from './pay-option.ts';
import { missingField, transactionNotFound } from './refusal.ts';
import { oneOf, optional, required, text, textOrEmpty } from './rules.ts';

/** How an order's status reads in an inquiry (DANA reference §5.1). */
const statusCodes: Readonly<Record<OrderStatus, string>> = {
  INIT: '01',
  PAYING: '02',
  SUCCESS: '00',
  CANCELLED: '05',
  CLOSED: '05',
};

/** The same inquiry under the Payment Gateway's path and the Widget's (DANA reference §3.5). */
export function queryPayment(desk: OrderDesk, name: string, paths: readonly string[]): Operation {
  return {
    name,
    paths,
    service: '55',
    auth: 'b2b',
    shape: {
      originalPartnerReferenceNo: optional(text(64)),
      originalReferenceNo: optional(text(64)),
      originalExternalId: optional(textOrEmpty(36)),
      // 54 is a payment; 60 and 47 are QRIS, where nothing is found here; AZ is magic.
      serviceCode: required(oneOf(['54', '60', '47', 'AZ'])),
      merchantId: required(text(64)),
    },
    echo: [],
    check(message) {
      if (!textAt(message, 'originalPartnerReferenceNo') && !textAt(message, 'originalReferenceNo')) {
        throw missingField('originalPartnerReferenceNo');
      }
    },
    magic: refuseMagicQuery,
    run: (message) => done(paymentBody(findOrder(desk, message))),
  };
}

/** Both references, where both are given, name the same order. */
function findOrder({ book }: OrderDesk, message: Message): Order {
  const partnerReferenceNo = textAt(message, 'originalPartnerReferenceNo');
  const referenceNo = textAt(message, 'originalReferenceNo');
  const order = book.findBy(
    (candidate) =>
      candidate.merchantId === textAt(message, 'merchantId') &&
      (!partnerReferenceNo || candidate.partnerReferenceNo === partnerReferenceNo) &&
      (!referenceNo || candidate.referenceNo === referenceNo),
  );
  if (!order || textAt(message, 'serviceCode') !== '54') throw transactionNotFound();
  return order;
}

function paymentBody(order: Order): Message {
  const amount = encodeMoney(order.amount);
  return {
    originalPartnerReferenceNo: order.partnerReferenceNo,
    originalReferenceNo: order.referenceNo,
    serviceCode: '54',
    latestTransactionStatus: statusCodes[order.status],
    transactionStatusDesc: order.status,
    transAmount: amount,
    amount,
    ...(order.paidAt !== undefined && { paidTime: formatJakarta(order.paidAt) }),
    title: order.title,
    additionalInfo: {
      amountDetail: amountDetail(order),
      timeDetail: timeDetail(order),
      statusDetail: { acquirementStatus: order.status },
      ...(order.paidAt !== undefined && { paymentViews: [paymentView(order, order.paidAt)] }),
      ...(isVirtualAccount(order.method) && {
        virtualAccountInfo: {
          virtualAccountCode: order.paymentCode,
          virtualAccountExpiryTime: formatJakarta(order.expiresAt),
        },
      }),
      ...(order.status === 'CLOSED' && { closeReason: 'ORDER_EXPIRED' }),
    },
  };
}

function amountDetail(order: Order): Message {
  const refunded = refundedAmount(order);
  const givenBack = order.status === 'CANCELLED' && order.paidAt !== undefined;
  return {
    orderAmount: encodeMoney(order.amount),
    ...(order.paidAt !== undefined && { payAmount: encodeMoney(order.amount) }),
    ...(givenBack && { voidAmount: encodeMoney(order.amount) }),
    ...(refunded > 0 && { refundAmount: encodeMoney(refunded) }),
  };
}

function timeDetail(order: Order): Message {
  return {
    createdTime: formatJakarta(order.createdAt),
    expiryTime: formatJakarta(order.expiresAt),
    ...(order.paidAt !== undefined && { paidTimes: [formatJakarta(order.paidAt)] }),
    ...(order.cancelledAt !== undefined && { cancelledTime: formatJakarta(order.cancelledAt) }),
  };
}

function paymentView(order: Order, paidAt: number): Message {
  const { payMethod, payOption } = order.method ?? { payMethod: 'BALANCE', payOption: '' };
  const amount = encodeMoney(order.amount);
  return {
    cashierRequestId: order.referenceNo,
    paidTime: formatJakarta(paidAt),
    payOptionInfos: [{ payMethod, ...(payOption && { payOption }), payAmount: amount, transAmount: amount }],
  };
}
