/** What a test notification may have wrong about it, whichever of the SNAP acquirers sends it. */
export type SnapVariant =
  | 'valid'
  /** One letter of the signature differs. */
  | 'bad-signature'
  | 'no-signature'
  /** Signed by somebody else. */
  | 'other-key'
  /** Correctly signed a day ago. */
  | 'stale'
  /** Correctly signed for tomorrow. */
  | 'future'
  /** One rupiah more, written over what was signed. */
  | 'altered-amount'
  /** One rupiah more than told, correctly signed. */
  | 'other-amount'
  /** About another merchant's payment. */
  | 'other-merchant'
  /** Parsed and written again on the way, with its members in another order. */
  | 're-serialised'
  /** Signed for the path a proxy shows. */
  | 'wrong-path'
  /** The second half of the body never came. */
  | 'truncated'
  /** The amount stands there twice and differs; correctly signed. */
  | 'duplicate-key';

/** What is done to a notification, step by step. */
export interface Tampering {
  /** Sen more than told. */
  readonly more: number;
  /** Milliseconds later than told. */
  readonly later: number;
  readonly merchant: 'own' | 'other';
  readonly key: 'own' | 'other';
  readonly signedPath: (path: string) => string;
  /** Changes the body before it is signed. */
  readonly signedBody: (body: string) => string;
  readonly signature: (signature: string) => string | undefined;
  /** Changes the body after it was signed. */
  readonly sentBody: (body: string) => string;
}

const asItIs = (text: string): string => text;
const day = 86_400_000;

/** Nothing is done to it. */
export const untouched: Tampering = {
  more: 0,
  later: 0,
  merchant: 'own',
  key: 'own',
  signedPath: asItIs,
  signedBody: asItIs,
  signature: asItIs,
  sentBody: asItIs,
};

const done: Readonly<Record<SnapVariant, Partial<Tampering>>> = {
  valid: {},
  'bad-signature': { signature: (signature) => (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1) },
  'no-signature': { signature: () => undefined },
  'other-key': { key: 'other' },
  stale: { later: -day },
  future: { later: day },
  'altered-amount': { sentBody: (body) => body.replace(/("value":")(\d+)/, increase) },
  'other-amount': { more: 100 },
  'other-merchant': { merchant: 'other' },
  're-serialised': { sentBody: reverseMembers },
  'wrong-path': { signedPath: (path) => `/proxy${path}` },
  truncated: { sentBody: (body) => body.slice(0, body.length / 2) },
  'duplicate-key': { signedBody: (body) => body.replace('{', '{"amount":{"value":"1.00","currency":"IDR"},') },
};

/** Their names. */
export const snapVariants: readonly string[] = Object.keys(done);

/** How a variant comes about. */
export function tamperingOf(variant: SnapVariant): Tampering {
  return { ...untouched, ...done[variant] };
}

function increase(_: string, before: string, rupiah: string): string {
  return `${before}${BigInt(rupiah) + 1n}`;
}

function reverseMembers(body: string): string {
  const members: unknown = JSON.parse(body);
  return JSON.stringify(Object.fromEntries(Object.entries(members ?? {}).reverse()));
}
