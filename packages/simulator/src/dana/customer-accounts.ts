import type { Context } from '../context.ts';
import { createOneTimeTokens } from './one-time-tokens.ts';
import type { OneTimeToken, OneTimeTokens } from './one-time-tokens.ts';

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

/** A code as it is kept. */
export interface AuthCode {
  readonly phone: string;
  readonly expiresAt: number;
  used: boolean;
}

/** Authorization codes, bindings and one-time tokens: all that ties a customer to the merchant (DANA reference §1.3, §1.5). */
export interface CustomerAccounts {
  /** The customer agreed: a code good once, for ten minutes. */
  readonly issueAuthCode: (phone: string) => string;
  readonly redeemAuthCode: (code: string) => Binding | 'unknown' | 'used' | 'expired';
  /** A new access token; the refresh token stays as it is. */
  readonly refresh: (refreshToken: string) => Binding | undefined;
  readonly findByAccessToken: (accessToken: string) => Binding | undefined;
  /** Both tokens stop working. */
  readonly revoke: (binding: Binding) => void;
  readonly oneTimeTokens: OneTimeTokens;
  state(): CustomerAccountsState;
}

/** All of it as plain data. */
export interface CustomerAccountsState {
  readonly codes: readonly (readonly [code: string, known: AuthCode])[];
  readonly bindings: readonly Binding[];
  readonly oneTimeTokens: readonly (readonly [token: string, known: OneTimeToken])[];
}

const tenMinutes = 10 * 60_000;
/** Three years; afterwards the customer binds again. */
const tokenLifetimeMs = 3 * 365 * 24 * 3_600_000;

/** The customers of an earlier run, or none yet. */
export function createCustomerAccounts(context: Context, known?: CustomerAccountsState): CustomerAccounts {
  const { clock, random } = context;
  const codes = new Map(known?.codes);
  const bindings: Binding[] = [...(known?.bindings ?? [])];
  const oneTimeTokens = createOneTimeTokens(context, known?.oneTimeTokens);

  function bind(phone: string, refreshToken: string, refreshTokenExpiresAt: number): Binding {
    const binding = newBinding(context, phone, refreshToken, refreshTokenExpiresAt);
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
      const issued = codes.get(code);
      if (!issued) return 'unknown';
      if (issued.used) return 'used';
      if (issued.expiresAt <= clock.now()) return 'expired';
      issued.used = true;
      return bind(issued.phone, random.alphanumeric(40), clock.now() + tokenLifetimeMs);
    },
    refresh(refreshToken) {
      const earlier = bindings.find((binding) => binding.refreshToken === refreshToken);
      if (!earlier || earlier.revoked || earlier.refreshTokenExpiresAt <= clock.now()) return undefined;
      return bind(earlier.phone, refreshToken, earlier.refreshTokenExpiresAt);
    },
    findByAccessToken: (accessToken) => bindings.find((binding) => binding.accessToken === accessToken),
    revoke(binding) {
      for (const other of bindings) if (other.refreshToken === binding.refreshToken) other.revoked = true;
    },
    oneTimeTokens,
    state: () => ({ codes: [...codes], bindings, oneTimeTokens: oneTimeTokens.all() }),
  };
}

function newBinding(
  { clock, random }: Context,
  phone: string,
  refreshToken: string,
  refreshableUntil: number,
): Binding {
  return {
    phone,
    publicUserId: `2161${Array.from(phone, (digit) => digit.charCodeAt(0) % 10).join('')}`,
    accessToken: random.alphanumeric(40),
    refreshToken,
    accessTokenExpiresAt: clock.now() + tokenLifetimeMs,
    refreshTokenExpiresAt: refreshableUntil,
    revoked: false,
  };
}
