import { isLoopback } from '@bayar/core/kit';

const MAX_LENGTH = 512;

/** What a notification URL must be, and what to do when it is not. */
export const notificationUrlRule = {
  rule: `must be an https URL of at most ${String(MAX_LENGTH)} characters without query, fragment or credentials.`,
  fix: 'Put what tells payments apart into its path: DANA signs the path, and does not say whether it signs a query.',
} as const;

/** Whether DANA can be told to post its notifications there. http is for a simulator on this machine. */
export function isNotificationUrl(text: string): boolean {
  if (!URL.canParse(text) || text.length > MAX_LENGTH) return false;
  const url = new URL(text);
  const bare = url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return bare && (url.protocol === 'https:' || isLoopback(url));
}
