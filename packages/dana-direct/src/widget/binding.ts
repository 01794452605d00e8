import * as v from 'valibot';
import { UsageError } from '@bayar/core';
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
