/** A source of unpredictable identifiers. */
export interface Random {
  /** Decimal digits, uniformly distributed. */
  readonly digits: (count: number) => string;
  /** 128 bits as URL-safe text: an identifier nobody can guess. */
  readonly token: () => string;
}

// 250 is the largest multiple of ten in a byte: bytes above it would favour the low digits.
const UNBIASED = 250;

/** The platform's cryptographic random source. */
export const systemRandom: Random = {
  digits: (count) => {
    let text = '';
    while (text.length < count) {
      for (const byte of globalThis.crypto.getRandomValues(new Uint8Array(count))) {
        if (byte < UNBIASED && text.length < count) text += String(byte % 10);
      }
    }
    return text;
  },
  token: () => globalThis.crypto.randomUUID().replaceAll('-', ''),
};
