import type { Context } from '../context.ts';

/** A DANA customer who allowed this merchant to act for them. */
export interface Binding {
  readonly phone: string;
  readonly publicUserId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessTokenExpiresAt: number;
  readonly refreshTokenExpiresAt: number;
  revoked: boolean;
}

interface AuthCode {
  readonly phone: string;
  readonly expiresAt: number;
  used: boolean;
}

interface OneTimeToken {
  readonly phone: string;
  readonly expiresAt: number;
  /** The page it was spent on. */
  spentOn?: string;
}

/** Authorization codes, bindings and one-time tokens: all that ties a customer to the merchant (DANA reference §1.3, §1.5). */
export interface CustomerAccounts {
  /** The customer agreed: a code good once, for ten minutes. */
  issueAuthCode(phone: string): string;
  redeemAuthCode(code: string): Binding | 'unknown' | 'used' | 'expired';
  /** A new access token; the refresh token stays as it is. */
  refresh(refreshToken: string): Binding | undefined;
  findByAccessToken(accessToken: string): Binding | undefined;
  /** Both tokens stop working. */
  revoke(binding: Binding): void;
  /** Lets the checkout page know the customer: good once, for ten minutes. */
  issueOneTimeToken(binding: Binding): string;
  /** The phone number the token stands for, if it is still good for this page. */
  spendOneTimeToken(token: string, page: string): string | undefined;
}

const tenMinutes = 10 * 60_000;
/** Three years; afterwards the customer binds again. */
const tokenLifetimeMs = 3 * 365 * 24 * 3_600_000;

/** No customers yet. */
export function createCustomerAccounts({ clock, random }: Context): CustomerAccounts {
  const codes = new Map<string, AuthCode>();
  const bindings: Binding[] = [];
  const oneTimeTokens = new Map<string, OneTimeToken>();

  function bind(phone: string, refreshToken: string, refreshTokenExpiresAt: number): Binding {
    const binding: Binding = {
      phone,
      publicUserId: `2161${[...phone].map((digit) => digit.charCodeAt(0) % 10).join('')}`,
      accessToken: random.alphanumeric(40),
      refreshToken,
      accessTokenExpiresAt: clock.now() + tokenLifetimeMs,
      refreshTokenExpiresAt,
      revoked: false,
    };
    bindings.push(binding);
    return binding;
  }

  return {
    issueAuthCode(phone) {
      const code = random.alphanumeric(40);
      codes.set(code, { phone, expiresAt: clock.now() + tenMinutes, used: false });
      return code;
    },
    redeemAuthCode(code) {
      const known = codes.get(code);
      if (!known) return 'unknown';
      if (known.used) return 'used';
      if (known.expiresAt <= clock.now()) return 'expired';
      known.used = true;
      return bind(known.phone, random.alphanumeric(40), clock.now() + tokenLifetimeMs);
    },
    refresh(refreshToken) {
      const known = bindings.find((binding) => binding.refreshToken === refreshToken);
      if (!known || known.revoked || known.refreshTokenExpiresAt <= clock.now()) return undefined;
      return bind(known.phone, refreshToken, known.refreshTokenExpiresAt);
    },
    findByAccessToken: (accessToken) => bindings.find((binding) => binding.accessToken === accessToken),
    revoke(binding) {
      for (const other of bindings) if (other.refreshToken === binding.refreshToken) other.revoked = true;
    },
    issueOneTimeToken(binding) {
      const token = random.alphanumeric(64);
      oneTimeTokens.set(token, { phone: binding.phone, expiresAt: clock.now() + tenMinutes });
      return token;
    },
    spendOneTimeToken(token, page) {
      const known = oneTimeTokens.get(token);
      if (!known || (known.spentOn === undefined && known.expiresAt <= clock.now())) return undefined;
      known.spentOn ??= page;
      return known.spentOn === page ? known.phone : undefined;
    },
  };
}
