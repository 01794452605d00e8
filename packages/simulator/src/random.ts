/** Seeded randomness: the same seed gives the same references, tokens and chances, run after run. Not for secrets. */
export interface RandomSource {
  /** A string of `length` decimal digits. */
  readonly digits: (length: number) => string;
  /** A string of `length` lower-case hexadecimal digits. */
  readonly hex: (length: number) => string;
  /** A string of `length` letters and digits. */
  readonly alphanumeric: (length: number) => string;
  /** A number from 0 (included) to 1 (excluded). */
  readonly chance: () => number;
}

const decimal = '0123456789';
const hexadecimal = '0123456789abcdef';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A source whose sequence depends on the seed alone. */
export function seededRandom(seed: string): RandomSource {
  let state = hash(seed);

  /** mulberry32: small, fast and evenly spread, which is all a simulator needs. */
  function chance(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  function pick(characters: string, length: number): string {
    let text = '';
    while (text.length < length) text += characters.charAt(Math.floor(chance() * characters.length));
    return text;
  }

  return {
    digits: (length) => pick(decimal, length),
    hex: (length) => pick(hexadecimal, length),
    alphanumeric: (length) => pick(alphabet, length),
    chance,
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
