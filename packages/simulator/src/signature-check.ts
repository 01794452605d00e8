/** A usual reason why a signature is not the one expected. */
export type SignatureCause =
  | 'body-reserialised'
  | 'body-whitespace'
  | 'body-empty'
  | 'hash-upper-case'
  | 'path-query'
  | 'path-full-url'
  | 'path-other'
  | 'method-other'
  | 'timestamp-reformatted'
  | 'timestamp-skewed'
  | 'bearer-included'
  | 'token-other'
  | 'client-other'
  | 'scheme-other'
  | 'algorithm-other'
  | 'key-other'
  | 'key-whitespace'
  | 'encoding-hex'
  | 'encoding-base64url'
  | 'encoding-case'
  | 'encoding-whitespace'
  | 'encoding-url'
  | 'md5-raw'
  | 'hash-single'
  | 'values-swapped'
  | 'status-missing'
  | 'status-extra'
  | 'bill-number-bare'
  | 'bill-number-missing'
  | 'text-changed'
  | 'unexplained';

/** What was signed, what should have been, and why they differ. Plain data. */
export interface SignatureCheck {
  readonly genuine: boolean;
  /** What the signature has to cover. Faspay's two secrets stand in it by name. */
  readonly stringToSign: string;
  readonly expected: string;
  readonly received: string;
  /** Empty where the signature is genuine; several where only mistakes together explain it. */
  readonly causes: readonly SignatureCause[];
}

/** A usual mistake: the parts of a signature as somebody who makes it takes them. */
export interface Mistake<Parts> {
  readonly cause: SignatureCause;
  readonly change: Partial<Parts>;
}

/** The mistake, or the two together, that lead from the right parts to the signature received. */
export function explain<Parts extends object>(
  right: Parts,
  mistakes: readonly Mistake<Parts>[],
  matches: (parts: Parts) => boolean,
): readonly SignatureCause[] | undefined {
  if (matches(right)) return [];
  const one = mistakes.find(({ change }) => matches({ ...right, ...change }));
  if (one) return [one.cause];
  for (const [index, first] of mistakes.entries()) {
    const second = mistakes
      .slice(index + 1)
      .find(({ change }) => areApart(first.change, change) && matches({ ...right, ...first.change, ...change }));
    if (second) return [first.cause, second.cause];
  }
  return undefined;
}

/** Every value but the right one, each as a mistake about one part. */
export function mistaken<Parts>(
  cause: SignatureCause,
  changes: readonly (Partial<Parts> | undefined)[],
): readonly Mistake<Parts>[] {
  return changes.filter((change) => change !== undefined).map((change) => ({ cause, change }));
}

function areApart(first: object, second: object): boolean {
  return Object.keys(first).every((name) => !Object.hasOwn(second, name));
}
