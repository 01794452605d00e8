import * as v from 'valibot';
import type { Settings } from './settings.ts';

/** Whether a message comes from an address Faspay posts from. */
export type FromFaspay = (headers: Headers) => Promise<boolean>;

const address = v.pipe(v.string(), v.ip());

/**
 * Reads the caller's address from the header the merchant's own proxy writes. Whoever calls can write the beginning of
 * such a list, so it is read from its end, past as many entries as the merchant has proxies.
 */
export function sourceFilter(setting: Settings['notificationSources']): FromFaspay {
  if (setting === undefined) return () => Promise.resolve(true);
  const { header, networks, proxies } = setting;
  return async (headers) => {
    const claimed = headers.get(header)?.split(',').at(-proxies)?.trim();
    return v.is(address, claimed) && (await isWithin(claimed, networks));
  };
}

async function isWithin(text: string, networks: readonly string[]): Promise<boolean> {
  // Loaded when it is needed: most merchants filter addresses in front of the server.
  const { default: ip } = await import('ipaddr.js');
  // An IPv4 address stays one when a server that listens on both writes it as IPv6.
  const caller = ip.process(text);
  return networks.some((network) => {
    const [base, bits] = ip.parseCIDR(network);
    return base.kind() === caller.kind() && caller.match(base, bits);
  });
}
