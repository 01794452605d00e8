import { asymmetricStringToSign, codeOf, snapHeaders, stamp } from '@bayar/bi-snap';
import { rsaSha256, type Protocol, type Runtime } from '@bayar/core/kit';
import type { Settings } from './settings.ts';

/**
 * DANA's requests are signed with the merchant's RSA key over path, body and time; there is no token. Each attempt has
 * its own time and external id, so a resend is a new message about the same order.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/guide/authentication | DANA reference: Authentication}.
 */
export function danaProtocol(settings: Settings, runtime: Required<Runtime>): Protocol {
  const sign = rsaSha256(settings.privateKey);
  const fixed = {
    'channel-id': settings.channelId,
    ...(settings.origin === undefined ? {} : { origin: settings.origin }),
    ...(settings.debug ? { 'x-debug-mode': 'true' } : {}),
  };
  return {
    authenticate: async ({ path, body }) => {
      const stamped = stamp(runtime);
      const signed = { method: 'POST', path, body, timestamp: stamped.timestamp };
      const signature = await sign(await asymmetricStringToSign(signed));
      return { kind: 'ready', headers: { ...fixed, ...snapHeaders(settings.clientId, signature, stamped) } };
    },
    codeOf,
  };
}
