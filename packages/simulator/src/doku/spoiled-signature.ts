import type { NotificationOptions } from './notification-options.ts';

/** How a notification's signature is right or wrong. */
export type SignatureSpoiling = NonNullable<NotificationOptions['signature']>;

/** The key to sign with. */
export function signingKey(secretKey: string, how: SignatureSpoiling): string {
  return how === 'other-key' ? `${secretKey}x` : secretKey;
}

/** The path to sign: the registered one, or one a proxy would have shown. */
export function signingPath(url: string, how: SignatureSpoiling): string {
  const { pathname, search } = new URL(url);
  return how === 'other-path' ? `/proxy${pathname}${search}` : `${pathname}${search}`;
}

/** The signature as text. */
export function encodeSignature(mac: Buffer, how: SignatureSpoiling): string | undefined {
  if (how === 'absent') return undefined;
  if (how === 'hex') return mac.toString('hex');
  return how === 'case-swapped' ? swapCase(mac.toString('base64')) : mac.toString('base64');
}

/** Every letter in the other case. */
export function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}
