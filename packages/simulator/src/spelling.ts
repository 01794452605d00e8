import type { SignatureCause } from './signature-check.ts';

/** A signature's bytes, and the mistake in how they were written. */
export interface Spelling {
  readonly bytes: Buffer;
  readonly cause?: SignatureCause;
}

/** Reads a signature as base64, and as everything else it is found written as. */
export function spellingsOf(signature: string): readonly Spelling[] {
  const squeezed = signature.replace(/\s+/g, '');
  const spellings: Spelling[] = [];
  // Node reads base64url and skips white space: only the canonical spelling is one without mistake.
  if (isBase64(signature)) spellings.push({ bytes: Buffer.from(signature, 'base64') });
  else if (isBase64(squeezed)) spellings.push({ bytes: Buffer.from(squeezed, 'base64'), cause: 'encoding-whitespace' });
  else spellings.push({ bytes: Buffer.from(squeezed, 'base64url'), cause: 'encoding-base64url' });
  if (/^[0-9a-f]+$/i.test(squeezed)) spellings.push({ bytes: Buffer.from(squeezed, 'hex'), cause: 'encoding-hex' });
  spellings.push({ bytes: Buffer.from(swapCase(squeezed), 'base64'), cause: 'encoding-case' });
  if (squeezed.includes('%'))
    spellings.push({ bytes: Buffer.from(unescapePercent(squeezed), 'base64'), cause: 'encoding-url' });
  const inner = Buffer.from(squeezed, 'base64').toString('latin1');
  if (/^[0-9a-f]{32,}$/i.test(inner)) spellings.push({ bytes: Buffer.from(inner, 'hex'), cause: 'encoding-hex' });
  return spellings;
}

function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text;
}

/** Upper-case letters for lower-case ones and the other way round. */
export function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}

function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
