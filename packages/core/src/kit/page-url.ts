import { isLoopback } from './check-payment.ts';

/** Whether a browser may be sent there: https, or this machine for a simulator; and without credentials, which disguise a host. */
export function isPageUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || isLoopback(url)) && url.username === '' && url.password === '';
}
