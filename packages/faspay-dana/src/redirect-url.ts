import { isLoopback } from '@bayar/core/kit';

/**
 * The page to send the customer to, or `undefined` when it is not Faspay's: https below faspay.co.id, which need not be the
 * host of the interface, or this machine when the interface is there too.
 */
export function decodeRedirectUrl(text: string, baseUrl: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const faspays = url.protocol === 'https:' && url.hostname.endsWith('.faspay.co.id');
  const simulated = isLoopback(url) && isLoopback(new URL(baseUrl));
  return (faspays || simulated) && url.username === '' && url.password === '' ? url.href : undefined;
}
