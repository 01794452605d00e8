import { signDanaNotification } from './dana/test-notification.ts';
import { signDokuNotification, signDokuTokenRequest } from './doku/test-notification.ts';
import { signFaspayNotification } from './faspay/test-notification.ts';

/**
 * Notifications for a merchant's own tests, as each acquirer signs them, right or wrong in a named way. They need the
 * credentials alone: no simulator runs, and nothing is sent.
 */
export const signTestNotification = {
  dana: signDanaNotification,
  doku: signDokuNotification,
  /** The first of DOKU's two steps: what the merchant's token endpoint answers goes into the second. */
  dokuToken: signDokuTokenRequest,
  faspay: signFaspayNotification,
} as const;
