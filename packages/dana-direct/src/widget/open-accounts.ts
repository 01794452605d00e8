import type { InboundRoute } from '@bayar/core';
import { createExchange, reading, type Desk } from '@bayar/core/kit';
import type { Settings } from '../settings.ts';
import { accountCheck } from './account-call.ts';
import { accountOutcome } from './account-outcome.ts';
import { readCallback } from './binding-callback.ts';
import { bindingUrls } from './binding-url.ts';
import type { BindsAccounts } from './binds-accounts.ts';
import { checkBoundPayment, completeCheckout } from './bound-checkout.ts';
import { openApiProtocol } from './open-api/protocol.ts';
import { accountUnbinding } from './operations/account-unbinding.ts';
import { applyOtt } from './operations/apply-ott.ts';
import { applyToken } from './operations/apply-token.ts';
import { balanceInquiry } from './operations/balance-inquiry.ts';
import { queryUserProfile } from './operations/query-user-profile.ts';
import { tokenProtocol } from './token-protocol.ts';
import { hearsUnbinding, type UnboundHandler } from './unbind-notify.ts';

const BALANCE_MS = 3_000;

/** What to do when nobody knows whether it happened. */
const IN_DOUBT = {
  code: 'DANA may have used the authorization code, which works once. Let the customer bind again.',
  renewal: 'DANA may have made new tokens. Keep the binding and renew it again; when that is refused, bind again.',
  token: 'No one-time token came. Nothing moved, and the payment stands: ask again for a fresh one.',
  unbinding: 'The customer may be unbound already. Ask again: a refusal of the token then says that they are.',
};

/** What a merchant does with customers' accounts, and what becomes of the news that somebody unbound. */
export interface Accounts extends Omit<BindsAccounts, 'onUnbound'> {
  readonly hearUnbinding: InboundRoute['receive'];
}

/** Everything about customers' accounts, for one gateway. */
export function openAccounts(settings: Settings, desk: Desk, handlers: ReadonlySet<UnboundHandler>): Accounts {
  return {
    bindingUrl: bindingUrls(settings, desk.runtime),
    ...bindings(settings, desk),
    ...boundCustomers(settings, desk),
    hearUnbinding: hearsUnbinding(settings, desk.runtime.clock, handlers),
  };
}

function bindings(settings: Settings, { runtime }: Desk): Pick<BindsAccounts, 'completeBinding' | 'refreshBinding'> {
  const { baseUrl } = settings;
  const exchange = createExchange({ baseUrl, runtime, protocol: tokenProtocol(settings, runtime) });
  const ask = applyToken(settings, runtime.clock);
  return {
    completeBinding: async (callback, { state }, options) => {
      const read = await readCallback(callback, state);
      if (read.kind !== 'code') return read;
      return accountOutcome(await exchange(ask, { authCode: read.authCode }, options), IN_DOUBT.code);
    },
    refreshBinding: async (binding, options) =>
      accountOutcome(await exchange(ask, { renew: binding }, options), IN_DOUBT.renewal),
  };
}

function boundCustomers(
  settings: Settings,
  { exchange, runtime }: Desk,
): Pick<BindsAccounts, 'payBound' | 'getBalance' | 'queryUserProfile' | 'unbind'> {
  const check = accountCheck(settings, runtime.clock);
  const [ott, balance, unbinding] = [applyOtt(check), balanceInquiry(check), accountUnbinding(settings, check)];
  const profile = queryUserProfile(settings, runtime);
  const openApi = createExchange({ baseUrl: settings.baseUrl, runtime, protocol: openApiProtocol(settings) });
  return {
    payBound: async (payment, binding, device, options) => {
      const issues = checkBoundPayment(payment);
      if (issues.length > 0) return { kind: 'not-sent', reason: { why: 'invalid', issues } };
      const token = accountOutcome(await exchange(ott, { binding, device }, options), IN_DOUBT.token);
      if (token.kind !== 'done') return token;
      return { kind: 'done', value: completeCheckout(payment, token.value, runtime.clock.now()) };
    },
    getBalance: async (binding, device, options) =>
      reading(await exchange(balance, { binding, device }, { deadlineMs: BALANCE_MS, ...options })),
    queryUserProfile: async (binding, resources, options) =>
      reading(await openApi(profile, { binding, resources }, options)),
    unbind: async (binding, device, options) =>
      accountOutcome(await exchange(unbinding, { binding, device }, options), IN_DOUBT.unbinding),
  };
}
