/** How references become bill numbers, and back. */
export interface BillNumbers {
  /** The longest reference that fits. */
  readonly maxLength: number;
  /** Source of a regular expression over the references that fit. */
  readonly pattern: string;
  readonly encode: (reference: string) => string;
  /** The reference behind a bill number; `undefined` when this adapter cannot have made it. */
  readonly decode: (billNo: string) => string | undefined;
}

/** How bill numbers are made so that no two signatures can ever coincide. */
export type BillNumberStyle =
  { readonly style: 'suffixed' } | { readonly style: 'verbatim-fixed-length'; readonly length: number };

/** Faspay's own limit on a bill number. */
export const MAX_BILL_NUMBER = 32;

// A letter, and statuses are digits: with it, what signs a bill can never be what signs another bill's status.
const SUFFIX = 'Z';

/**
 * Bill numbers that are safe to sign. Each customer sees the signature of their own bill; were that bill another's number
 * followed by `2`, they would hold the signature that says the other one is paid.
 */
export function billNumbers(setting: BillNumberStyle): BillNumbers {
  return setting.style === 'suffixed' ? suffixed() : verbatim(setting.length);
}

/** Whether a bill was sent for the reference, in whichever style: the setting may have been another then. */
export function isBillOf(reference: string, billNo: string): boolean {
  return billNo === reference || billNo === reference + SUFFIX;
}

function suffixed(): BillNumbers {
  const maxLength = MAX_BILL_NUMBER - SUFFIX.length;
  const pattern = `[A-Za-z0-9-]{1,${String(maxLength)}}`;
  const own = new RegExp(`^(${pattern})${SUFFIX}$`);
  return {
    maxLength,
    pattern,
    encode: (reference) => reference + SUFFIX,
    decode: (billNo) => own.exec(billNo)?.[1],
  };
}

// All of one length: a bill and its status is longer than every bill.
function verbatim(length: number): BillNumbers {
  const pattern = `[A-Za-z0-9-]{${String(length)}}`;
  const own = new RegExp(`^${pattern}$`);
  return {
    maxLength: length,
    pattern,
    encode: (reference) => reference,
    decode: (billNo) => (own.test(billNo) ? billNo : undefined),
  };
}
