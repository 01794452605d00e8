import type { Notification } from '@bayar/core';
import type { Verify } from '@bayar/core/kit';

// Beside the notification, not in it: which key it was is a fact of this adapter's settings.
const keys = new WeakMap<Notification, number>();

/**
 * Which of `danaPublicKeys` verified a notification this process received, counted from 0. During a rotation, once
 * nothing is verified by the old key any more, it can be removed.
 */
export function verifyingKey(notification: Notification): number | undefined {
  return keys.get(notification);
}

/** Remembers which key verified a notification. */
export function rememberKey(notification: Notification, key: number): Notification {
  keys.set(notification, key);
  return notification;
}

/** Which verifier accepts the signature; -1 when none does. Each is asked, so that time does not tell which. */
export async function findKey(verifiers: readonly Verify[], text: string, signature: string): Promise<number> {
  let found = -1;
  for (const [index, verify] of verifiers.entries()) {
    if ((await verify(text, signature)) && found < 0) found = index;
  }
  return found;
}
