import type { Issue } from '@bayar/core';
import type { Binding } from './binding.ts';

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
