import type { Context } from '../context.ts';
import type { DokuAccount } from './credentials.ts';
import { parseJsonObject } from './json.ts';
import type { NotificationOptions } from './notification-options.ts';
import { signTokenRequest } from './signature.ts';
import { formatWib } from './timestamp.ts';

/** The tokens the merchant gives to DOKU: the first of a notification's two steps (DOKU reference §6.3). */
export interface MerchantTokens {
  /** Rejects when the merchant gives none. */
  readonly obtain: (tokenUrl: string, which: NonNullable<NotificationOptions['merchantToken']>) => Promise<string>;
}

interface MerchantToken {
  readonly token: string;
  readonly expiresAt: number;
}

/** Used when the merchant does not say how long its token lives. */
const assumedLifetimeSeconds = 900;

/** Asks with DOKU's own key, in the merchant's name. */
export function createMerchantTokens(context: Context, account: DokuAccount): MerchantTokens {
  let first: MerchantToken | undefined;
  let last: MerchantToken | undefined;

  async function ask(tokenUrl: string): Promise<string> {
    const { dokuPrivateKey, credentials } = account;
    const request = tokenRequest(dokuPrivateKey, credentials.clientId, tokenUrl, context.clock.now());
    const headers = Object.fromEntries(request.headers);
    const response = await context.send(request);
    const text = await response.text();
    const { status } = response;
    context.record({ type: 'merchant-token-requested', detail: { url: tokenUrl, headers, status, body: text } });
    const body = parseJsonObject(text);
    const token = body?.['accessToken'];
    if (!response.ok || typeof token !== 'string' || token === '') {
      throw new Error(`The merchant gave no token: HTTP ${status}`);
    }
    const lifetimeSeconds = Number(body?.['expiresIn'] ?? assumedLifetimeSeconds);
    last = { token, expiresAt: context.clock.now() + lifetimeSeconds * 1000 };
    first ??= last;
    return token;
  }

  return {
    async obtain(tokenUrl, which) {
      if (which === 'forged') return [40, 80, 342].map((length) => context.random.alphanumeric(length)).join('.');
      if (which === 'first' && first) return first.token;
      if (which === 'cached' && last && last.expiresAt > context.clock.now()) return last.token;
      return ask(tokenUrl);
    },
  };
}

/** DOKU's request for a token, signed in the merchant's name. */
export function tokenRequest(dokuPrivateKey: string, clientId: string, tokenUrl: string, now: number): Request {
  const timestamp = formatWib(now);
  return new Request(tokenUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-client-key': clientId,
      'x-timestamp': timestamp,
      'x-signature': signTokenRequest(dokuPrivateKey, clientId, timestamp),
    },
    body: JSON.stringify({ grantType: 'client_credentials' }),
  });
}
