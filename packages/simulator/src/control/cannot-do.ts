import { nearBill } from '../faspay/near-bill.ts';

interface Name {
  readonly acquirer: string;
  readonly reference: string;
}

/** What an operator asked for in vain. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
  /** Not in the expected form, no such thing, or in no state for this. */
  readonly code: 'invalid' | 'unknown' | 'impossible';

  constructor(code: CannotDo['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Nothing has that reference at that acquirer, of the payments there are. */
export function noSuchPayment({ acquirer, reference }: Name, payments: readonly Name[]): CannotDo {
  const bills = payments.filter((payment) => payment.acquirer === 'faspay').map((bill) => bill.reference);
  const hint = acquirer === 'faspay' ? nearBill(reference, bills) : '';
  return new CannotDo('unknown', `There is no payment ${reference} at ${acquirer}${hint}`);
}
