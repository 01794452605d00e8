import * as v from 'valibot';
import { UsageError, type Issue } from '@bayar/core';
import { defined } from '@bayar/core/kit';
import { isRedacted, secret, type Secret } from './secret.ts';

/**
 * A customer's permission to act on their DANA account. Keep it as {@link exposeBinding} gives it; printed, its tokens
 * are `[redacted]`.
 */
export interface Binding {
  readonly accessToken: Secret;
  /** ISO 8601; three years after the customer agreed. */
  readonly accessTokenExpiresAt?: string;
  readonly refreshToken?: Secret;
  readonly refreshTokenExpiresAt?: string;
  /** DANA's public id of the customer. */
  readonly publicUserId?: string;
  /** The client the customer agreed with: tokens are worth nothing to another. */
  readonly clientId: string;
  readonly environment: 'sandbox' | 'production';
}

/** A {@link Binding} as plain JSON with its tokens in the clear: store it encrypted, and log it never. */
export type StoredBinding = Omit<Binding, 'accessToken' | 'refreshToken'> & {
  readonly accessToken: string;
  readonly refreshToken?: string;
};

const TOKEN = /^[\x21-\x7e]{1,512}$/;

/** A token as it must be to travel in a header. */
export const tokenText = v.pipe(v.string(), v.regex(TOKEN));

const stored = v.object({
  accessToken: tokenText,
  accessTokenExpiresAt: v.optional(v.string()),
  refreshToken: v.optional(tokenText),
  refreshTokenExpiresAt: v.optional(v.string()),
  publicUserId: v.optional(v.string()),
  clientId: v.string(),
  environment: v.picklist(['sandbox', 'production']),
});

/**
 * The binding with its tokens in the clear, for storing. `JSON.stringify(binding)` alone would store `[redacted]`, so that
 * a binding that lands in a log by accident tells nothing.
 */
export function exposeBinding(binding: Binding): StoredBinding {
  const { accessToken, refreshToken, ...rest } = binding;
  return { ...rest, accessToken: accessToken.expose(), ...defined({ refreshToken: refreshToken?.expose() }) };
}

/**
 * A binding out of what {@link exposeBinding} gave.
 *
 * @throws UsageError when it is something else, such as a binding that was stored without being exposed.
 */
export function restoreBinding(value: unknown): Binding {
  const read = v.safeParse(stored, value);
  if (!read.success || isRedacted(read.output.accessToken)) {
    throw new UsageError(
      'This is not a stored binding: store what exposeBinding(binding) gives, not the binding itself.',
    );
  }
  const { accessToken, refreshToken, clientId, environment, ...rest } = read.output;
  return Object.freeze({
    clientId,
    environment,
    ...defined(rest),
    accessToken: secret(accessToken),
    ...(refreshToken === undefined ? {} : { refreshToken: secret(refreshToken) }),
  });
}

/** Whose tokens can be used. */
export type Owner = Pick<Binding, 'clientId' | 'environment'>;

/** Why the access token cannot be used, as far as it shows without asking DANA. */
export function checkAccess(binding: Binding, owner: Owner, now: Date): readonly Issue[] {
  return [...checkOwner(binding, owner), ...checkExpiry('accessToken', binding.accessTokenExpiresAt, now)];
}

/** Why the binding cannot be renewed, as far as it shows without asking DANA. */
export function checkRefresh(binding: Binding, owner: Owner, now: Date): readonly Issue[] {
  const field = 'binding.refreshToken';
  if (binding.refreshToken === undefined) return [{ field, rule: 'is missing.', fix: 'Let the customer bind again.' }];
  return [...checkOwner(binding, owner), ...checkExpiry('refreshToken', binding.refreshTokenExpiresAt, now)];
}

function checkOwner(binding: Binding, { clientId, environment }: Owner): readonly Issue[] {
  if (binding.clientId === clientId && binding.environment === environment) return [];
  const rule = 'was made for another client or environment.';
  return [{ field: 'binding', rule, fix: 'Use the gateway it was made with, or let the customer bind again.' }];
}

function checkExpiry(
  token: 'accessToken' | 'refreshToken',
  expiresAt: string | undefined,
  now: Date,
): readonly Issue[] {
  if (expiresAt === undefined || Date.parse(expiresAt) > now.getTime()) return [];
  const fix =
    token === 'accessToken' ? 'Call refreshBinding, or let the customer bind again.' : 'Let the customer bind again.';
  return [{ field: `binding.${token}`, rule: 'has expired.', fix }];
}
