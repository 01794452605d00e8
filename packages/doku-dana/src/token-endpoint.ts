import { snapReply, tokenStringToSign } from '@bayar/bi-snap';
import { rsaSha256Verifier, type Runtime } from '@bayar/core/kit';
import type { InboundMessage, InboundRoute, Received } from '@bayar/core';
import { TOKEN_LIFE_S, type MerchantTokens } from './merchant-token.ts';
import { claimIn, refuse } from './refusal.ts';
import type { Settings } from './settings.ts';

const SERVICE = '73';

/**
 * Where DOKU fetches a token from the merchant before it notifies. DOKU signs the request with its own key; the token it
 * gets is signed with the merchant's.
 *
 * DOKU reference: Get Token API, B2B, which the merchant serves here,
 * https://developers.doku.com/accept-payments/direct-api/snap/integration-guide/get-token-api/b2b
 */
export function tokenEndpoint(settings: Settings, tokens: MerchantTokens, { clock }: Required<Runtime>): InboundRoute {
  const { clientId, notificationToleranceMs } = settings;
  const isSigned = rsaSha256Verifier(settings.dokuPublicKey);

  async function receive(message: InboundMessage): Promise<Received> {
    const claimed = claimIn(message, clock, notificationToleranceMs);
    if ('refusal' in claimed) return refuse(SERVICE, claimed, clock);
    if (message.headers.get('x-client-key') !== clientId) return refuse(SERVICE, OTHER_CLIENT, clock);
    const text = tokenStringToSign(clientId, claimed.timestamp);
    if (!(await isSigned(text, claimed.signature))) return refuse(SERVICE, BAD_SIGNATURE, clock);
    const token = {
      accessToken: await tokens.issue(),
      tokenType: 'Bearer',
      expiresIn: TOKEN_LIFE_S,
      additionalInfo: '',
    };
    const reply = snapReply('2007300', 'Successful', clock, token);
    return { kind: 'answered', reply: { ...reply, headers: { ...reply.headers, 'x-client-key': clientId } } };
  }

  return { kind: 'token', path: 'token', announced: 'registered', receive };
}

const OTHER_CLIENT = {
  refusal: 'other-merchant',
  http: 401,
  case: '00',
  text: 'Unauthorized. Unknown Client',
  hint: 'X-CLIENT-KEY is not the configured clientId: the URL is registered for another merchant account, or for the other environment.',
} as const;

const BAD_SIGNATURE = {
  refusal: 'bad-signature',
  http: 401,
  case: '00',
  text: 'Unauthorized. Invalid Signature',
  hint: "The signature does not verify with dokuPublicKey. The usual cause is the other environment's key: copy DOKU's public key again from the dashboard of this one.",
} as const;
