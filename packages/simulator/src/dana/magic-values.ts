import { senAt, textAt } from './message.ts';
import type { Message } from './message.ts';
import {
  type Refusal,
  doNotHonor,
  exceedsLimit,
  generalError,
  insufficientFunds,
  internalServerError,
  invalidMerchant,
  invalidStatus,
  notPermitted,
  transactionExpired,
  transactionNotFound,
} from './refusal.ts';

type Refusals = Readonly<Record<string, () => Refusal>>;

/** Whole rupiah that make an order fail (DANA reference §7.3). */
const orderAmounts: Refusals = {
  505401: internalServerError,
  505400: generalError,
  435415: notPermitted,
  445408: invalidMerchant,
  21000000: exceedsLimit,
};

const refundAmounts: Refusals = {
  435814: insufficientFunds,
  435815: notPermitted,
  435816: notPermitted,
  435817: notPermitted,
  445808: invalidMerchant,
  505801: internalServerError,
  21000000: exceedsLimit,
};

/** Order references that stand for the answer to their cancellation. `2025700` is no refusal, and is met elsewhere. */
const cancelReferences: Refusals = {
  4035700: transactionExpired,
  4035705: doNotHonor,
  4035714: insufficientFunds,
  4035715: notPermitted,
  4045700: invalidStatus,
  4045701: transactionNotFound,
  4045708: invalidMerchant,
  5005701: internalServerError,
};

/** An order of this amount is taken, and stays `PAYING`. */
export const payingAmount = 20_550_200;
/** An order of this amount is never answered, and not taken either. */
export const silentAmount = 54_540_000;
/** A refund of this amount stays in progress, whatever order it names. */
export const refundInProgressAmount = 22_580_000;
/** Cancelling this reference stays in progress. */
export const cancelInProgressReference = '2025700';

const rupiah = (sen: number) => (sen % 100 === 0 ? String(sen / 100) : '');

function refuse(refusals: Refusals, key: string): void {
  const refusal = Object.hasOwn(refusals, key) ? refusals[key] : undefined;
  if (refusal) throw refusal();
}

/** Magic amounts of a Widget payment. */
export function refuseMagicOrder(message: Message): void {
  refuse(orderAmounts, rupiah(senAt(message, 'amount')));
}

/** Magic amounts of a refund. */
export function refuseMagicRefund(message: Message): void {
  refuse(refundAmounts, rupiah(senAt(message, 'refundAmount')));
}

/** Magic references of a cancellation. */
export function refuseMagicCancel(message: Message): void {
  refuse(cancelReferences, textAt(message, 'originalPartnerReferenceNo'));
}

/** The magic service code of an inquiry. */
export function refuseMagicQuery(message: Message): void {
  if (textAt(message, 'serviceCode') === 'AZ') throw internalServerError();
}
