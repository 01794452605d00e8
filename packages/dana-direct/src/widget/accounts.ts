import type { InboundMessage, InboundRoute } from '@bayar/core';
import type { Desk } from '@bayar/core/kit';
import type { Settings } from '../settings.ts';
import type { BindsAccounts } from './binds-accounts.ts';
import type { Accounts } from './open-accounts.ts';
import type { UnboundHandler } from './unbind-notify.ts';

/**
 * What a merchant does with customers' accounts, and the route by which DANA says that somebody unbound. Loaded when it
 * is first used: most merchants bind nobody, and a worker should not start with what it never runs.
 */
export function danaAccounts(
  settings: Settings,
  desk: Desk,
): { readonly calls: BindsAccounts; readonly inbound: InboundRoute } {
  const handlers = new Set<UnboundHandler>();
  let opened: Promise<Accounts> | undefined;
  const accounts = (): Promise<Accounts> =>
    (opened ??= import('./open-accounts.ts').then(({ openAccounts }) => openAccounts(settings, desk, handlers)));
  return {
    calls: {
      bindingUrl: async (...asked) => (await accounts()).bindingUrl(...asked),
      completeBinding: async (...asked) => (await accounts()).completeBinding(...asked),
      refreshBinding: async (...asked) => (await accounts()).refreshBinding(...asked),
      payBound: async (...asked) => (await accounts()).payBound(...asked),
      getBalance: async (...asked) => (await accounts()).getBalance(...asked),
      queryUserProfile: async (...asked) => (await accounts()).queryUserProfile(...asked),
      unbind: async (...asked) => (await accounts()).unbind(...asked),
      onUnbound: (handler) => {
        handlers.add(handler);
        return () => void handlers.delete(handler);
      },
    },
    inbound: Object.freeze({
      kind: 'notification',
      path: 'v1.0/unbind/notify',
      announced: 'registered',
      receive: async (message: InboundMessage) => (await accounts()).hearUnbinding(message),
    }),
  };
}
