import { codeOf, tokenStringToSign } from '@bayar/bi-snap';
import { formatJakarta, rsaSha256, type Protocol, type Runtime } from '@bayar/core/kit';
import type { Settings } from '../settings.ts';

/**
 * How a customer's tokens are asked for: signed over client id and time, not over the body, and without an external id.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/guide/authentication | DANA reference: Authentication}.
 */
export function tokenProtocol({ clientId, privateKey }: Settings, { clock }: Required<Runtime>): Protocol {
  const sign = rsaSha256(privateKey);
  return {
    authenticate: async () => {
      const timestamp = formatJakarta(clock.now());
      const headers = {
        'x-timestamp': timestamp,
        'x-client-key': clientId,
        // Left out by older revisions of DANA's reference; every library of its own sends it.
        'x-partner-id': clientId,
        'x-signature': await sign(tokenStringToSign(clientId, timestamp)),
      };
      return { kind: 'ready', headers };
    },
    codeOf,
  };
}
