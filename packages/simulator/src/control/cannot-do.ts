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

/** Nothing has that reference at that acquirer. */
export function noSuchPayment(name: { readonly acquirer: string; readonly reference: string }): CannotDo {
  return new CannotDo('unknown', `There is no payment ${name.reference} at ${name.acquirer}`);
}
