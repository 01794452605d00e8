import { money, type Gateway, type Money, type Payment, type PaymentRef, type PaymentStatus } from '@bayar/core';
import { decodeRefundStatus, decodeStatus } from '@bayar/bi-snap';
import {
  assertOwn,
  defined,
  operation,
  parseJakarta,
  readsPayments,
  refOf,
  type Desk,
  type Operation,
  type PaymentQuestion,
} from '@bayar/core/kit';
import { isBeyondDoubt } from '../locator.ts';
import type { Settings } from '../settings.ts';
import {
  differsFrom,
  encodeStatusQuestion,
  STATUS_DOCS,
  STATUS_PATH,
  statusAnswer,
  statusCodes,
  type StatusAnswer,
} from './payment-status.ts';

/** `getPayment`: the same question early and late, but "not found" is final only when it is late. */
export function getsPayments(desk: Desk, settings: Settings): Gateway['getPayment'] {
  const early = readsPayments(desk, getPayment(settings, false));
  const late = readsPayments(desk, getPayment(settings, true));
  return async (ref, options) => {
    assertOwn(desk, ref);
    return (isBeyondDoubt(ref, desk.runtime.clock.now()) ? late : early)(ref, options);
  };
}

function getPayment(settings: Settings, final: boolean): Operation<PaymentQuestion, typeof statusAnswer, Payment> {
  return operation({
    name: 'getPayment',
    path: STATUS_PATH,
    kind: 'read',
    docs: STATUS_DOCS,
    repeat: { after401: true },
    encode: ({ ref }) => encodeStatusQuestion(ref, settings),
    codes: statusCodes(final),
    response: statusAnswer,
    decode: (wire, { ref }) => differsFrom(wire, ref) ?? decodePayment(wire, ref),
  });
}

function decodePayment(wire: StatusAnswer, ref: PaymentRef): Payment {
  return {
    ...refOf(ref, wire.originalReferenceNo),
    ...decodeMoney(wire, ref.amount),
    next: { type: 'none' },
    ...defined({ paidAt: parseJakarta(wire.paidTime ?? '')?.toISOString() }),
  };
}

/** DOKU has one status for whole and partial refunds: the refunds themselves tell them apart. */
function decodeMoney(wire: StatusAnswer, amount: Money): Pick<Payment, 'status' | 'refunded'> {
  const status = decodeStatus(wire.latestTransactionStatus);
  const succeeded = (wire.refundHistory ?? []).filter(
    (entry) => decodeRefundStatus(entry.refundStatus) === 'succeeded',
  );
  const returned = succeeded.reduce((sum, entry) => sum + entry.refundAmount.minor, 0);
  if (returned === 0 || !WAS_PAID.has(status)) return { status };
  return {
    status: returned < amount.minor ? 'partially-refunded' : 'refunded',
    refunded: money(returned, amount.currency),
  };
}

const WAS_PAID: ReadonlySet<PaymentStatus> = new Set(['paid', 'refunded']);
