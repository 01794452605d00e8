import { accessTokens, codeOf, snapHeaders, stamp, symmetricStringToSign, type TokenStore } from '@bayar/bi-snap';
import { defined, hmacSha512, rsaSha256, type Protocol, type Runtime } from '@bayar/core/kit';
import type { Settings } from './settings.ts';

const TOKEN_PATH = '/authorization/v1/access-token/b2b';

/**
 * How DOKU's SNAP interface is spoken: each attempt carries the current B2B token, a time and an identifier of its own,
 * and an HMAC-SHA512 in base64 over method, path, token, body and time.
 *
 * DOKU reference: Symmetric Signature,
 * https://developers.doku.com/get-started-with-doku-api/signature-component/snap/symmetric-signature
 */
export function dokuProtocol(settings: Settings, runtime: Required<Runtime>, store: TokenStore | undefined): Protocol {
  const { clientId, channelId } = settings;
  const sign = hmacSha512(settings.secretKey);
  const channel = defined({ 'channel-id': channelId });
  const currentToken = accessTokens({
    url: settings.baseUrl + TOKEN_PATH,
    clientId,
    sign: rsaSha256(settings.privateKey),
    runtime,
    ...defined({ store }),
  });
  return {
    codeOf,
    authenticate: async (sealed, attempt) => {
      const current = await currentToken(attempt);
      if (current.kind === 'failed') return current;
      const stamped = stamp(runtime);
      const text = await symmetricStringToSign(
        { method: 'POST', ...sealed, timestamp: stamped.timestamp },
        current.token,
      );
      const headers = {
        ...channel,
        authorization: `Bearer ${current.token}`,
        ...snapHeaders(clientId, await sign(text), stamped),
      };
      return { kind: 'ready', headers, credential: current.token };
    },
  };
}
