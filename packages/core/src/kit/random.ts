/** A source of unpredictable identifiers. */
export interface Random {
  /** Decimal digits, uniformly distributed. */
  readonly digits: (count: number) => string;
  /** 128 bits as URL-safe text: an identifier nobody can guess. */
  readonly token: () => string;
}

// 250 is the largest multiple of ten in a byte: bytes above it would favour the low digits.
const UNBIASED = 250;
// Asking the platform costs the same for one byte as for hundreds.
const AT_ONCE = 512;

/** The platform's cryptographic random source. */
export const systemRandom: Random = {
  digits: (count) => {
    let text = '';
    while (text.length < count) {
      const byte = nextByte();
      if (byte < UNBIASED) text += String(byte % 10);
    }
    return text;
  },
  token: () => globalThis.crypto.randomUUID().replaceAll('-', ''),
};

let ahead = new Uint8Array();
let used = 0;

function nextByte(): number {
  if (used === ahead.length) {
    ahead = globalThis.crypto.getRandomValues(new Uint8Array(AT_ONCE));
    used = 0;
  }
  return ahead[used++] ?? UNBIASED;
}
