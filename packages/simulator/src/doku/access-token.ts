import { sign } from 'node:crypto';

/** What the sandbox thinks of a token it is shown. */
export type TokenVerdict = 'valid' | 'unknown' | 'expired' | 'superseded';

/** The B2B access tokens given to the merchant. */
export interface AccessTokens {
  /** Two tokens asked for within one second are the same. */
  readonly issue: (now: number) => string;
  readonly check: (token: string, now: number) => TokenVerdict;
  readonly state: () => AccessTokensState;
}

/** Every token given, with its expiry in milliseconds since the epoch; the latest counts. */
export interface AccessTokensState {
  readonly expiries: readonly (readonly [token: string, expiresAt: number])[];
  readonly latest?: string;
}

/** What the tokens are made with. */
export interface AccessTokenOptions {
  readonly clientId: string;
  readonly dokuPrivateKey: string;
  readonly lifetimeSeconds: number;
  /** An older token dies when a newer one is given. */
  readonly latestOnly: boolean;
}

/** The tokens of an earlier run, or none yet. */
export function createAccessTokens(options: AccessTokenOptions, known?: AccessTokensState): AccessTokens {
  const expiresAt = new Map(known?.expiries);
  let latest = known?.latest;

  return {
    state: () => ({ expiries: [...expiresAt], ...(latest !== undefined && { latest }) }),
    issue(now) {
      const issuedAt = Math.floor(now / 1000);
      for (const [token, expiry] of expiresAt) if (now >= expiry) expiresAt.delete(token);
      const token = jwt(options.dokuPrivateKey, {
        exp: issuedAt + options.lifetimeSeconds,
        nbf: issuedAt,
        iss: 'DOKU',
        iat: issuedAt,
        clientId: options.clientId,
      });
      expiresAt.set(token, (issuedAt + options.lifetimeSeconds) * 1000);
      latest = token;
      return token;
    },
    check(token, now) {
      const expiry = expiresAt.get(token);
      if (expiry === undefined) return 'unknown';
      if (now >= expiry) return 'expired';
      return options.latestOnly && token !== latest ? 'superseded' : 'valid';
    },
  };
}

/** An RS256 token. PKCS#1 signatures are deterministic, so equal claims give an equal token. */
function jwt(privateKey: string, claims: Readonly<Record<string, unknown>>): string {
  const signed = [{ alg: 'RS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}
