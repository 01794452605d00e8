import { isLoopback, isPageUrl } from '@bayar/core/kit';

/**
 * The page to send the customer to, or `undefined` when it is not Faspay's: https below faspay.co.id, which need not be the
 * host of the interface, or this machine when the interface is there too.
 */
export function decodeRedirectUrl(text: string, baseUrl: string): string | undefined {
  if (!isPageUrl(text)) return undefined;
  const url = new URL(text);
  const faspays = url.hostname.endsWith('.faspay.co.id') || (isLoopback(url) && isLoopback(new URL(baseUrl)));
  return faspays ? url.href : undefined;
}
