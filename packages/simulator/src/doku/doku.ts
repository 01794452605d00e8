import type { Context } from '../context.ts';
import { createRouter, sandboxFetch } from '../half.ts';
import type { Half } from '../half.ts';
import { createAccessTokens } from './access-token.ts';
import type { AccessTokens } from './access-token.ts';
import { routeCheckoutPage } from './checkout-page.ts';
import { openAccount } from './credentials.ts';
import type { DokuAccount, DokuCredentials } from './credentials.ts';
import { createCustomer, createCustomerDesk } from './customer.ts';
import type { DokuCustomer } from './customer.ts';
import { createExternalIds } from './external-id.ts';
import { createLifecycle } from './lifecycle.ts';
import type { NotificationOptions } from './notification-options.ts';
import { createNotifier } from './notifier.ts';
import type { DokuEndpoints } from './notifier.ts';
import { snapshot } from './payment-record.ts';
import { createPaymentRegister } from './payment-register.ts';
import { paths, routeEndpoints, routeTheRest, routeToken } from './routes.ts';
import { resolveSettings } from './settings.ts';
import type { DokuSettings, ResolvedDokuSettings } from './settings.ts';
import { restore, stateOf } from './restore.ts';
import type { DokuState } from './state.ts';

export type { DokuCredentials } from './credentials.ts';
export type { DokuCustomer } from './customer.ts';
export type { NotificationOptions } from './notification-options.ts';
export type { DokuEndpoints } from './notifier.ts';
export type { DokuOperation } from './reply.ts';
export type { DokuAccountSettings, DokuRefundSettings, DokuSettings } from './settings.ts';
export type { TransactionStatus } from './transaction-status.ts';

/** DOKU's sandbox for the DANA channel. */
export interface DokuSandbox extends Half<DokuCredentials> {
  readonly customer: DokuCustomer;
  /** Where DOKU asks the merchant for a token, and where it then notifies. */
  readonly register: (endpoints: DokuEndpoints) => void;
  readonly registered: () => DokuEndpoints | undefined;
  /** What survives a restart. */
  readonly state: () => DokuState;
  /** Sends a notification by hand, as from DOKU's dashboard; by default the payment's status, correctly signed. */
  readonly notify: (reference: string, options?: NotificationOptions) => void;
}

/** Documented hosts of DOKU's sandbox. The page's host is the one in DOKU's sample; DOKU promises none. */
export const dokuOrigin = { api: 'https://api-sandbox.doku.com', web: 'https://app-uat.doku.com' } as const;

/** Payment, status and refund. */
const callsPerPayment = 3;

/** Wires the DOKU half together. */
export function createDoku(context: Context, given: DokuSettings = {}, known?: DokuState): DokuSandbox {
  const settings = resolveSettings(given);
  const account = openAccount({ ...known?.account, ...given.account }, context.random);
  const { clientId, secretKey } = account.credentials;
  const now = context.clock.now;
  const tokens = openTokens(account, settings, known);
  const register = createPaymentRegister(context.keepPayments);
  const notifier = createNotifier(context, account);
  const lifecycle = createLifecycle(context, (record) => notifier.notify(record, settings.notifications));
  const leave = createCustomerDesk(context, lifecycle);
  const verification = { clientId, secretKey, tokens, settings, paths: Object.values(paths), now };
  const desk = {
    context,
    settings,
    register,
    lifecycle,
    verification,
    externalIds: createExternalIds(context.keepPayments * callsPerPayment),
  };
  const tokenDesk = { ...desk, clientId, merchantKeys: account.settings.merchantKeys, tokens, now };

  if (known) restore(desk, notifier, known);

  const router = createRouter();
  routeToken(router, tokenDesk);
  routeEndpoints(router, desk);
  routeCheckoutPage(router, register, lifecycle, leave);
  routeTheRest(router, tokenDesk);

  return {
    fetch: sandboxFetch(router),
    credentials: account.credentials,
    customer: createCustomer(register, leave),
    operations: Object.keys(paths),
    payments: () => register.all().map((record) => snapshot(record, context.origin)),
    payment(reference) {
      const record = register.byReference(reference);
      return record && snapshot(record, context.origin);
    },
    register: notifier.register,
    registered: notifier.registered,
    state: () => stateOf(desk, account, notifier, tokens),
    notify(reference, options = {}) {
      const record = register.byReference(reference);
      if (!record) throw new Error(`DOKU has no payment ${reference}`);
      notifier.notify(record, { ...settings.notifications, ...options });
    },
  };
}

function openTokens(account: DokuAccount, settings: ResolvedDokuSettings, known: DokuState | undefined): AccessTokens {
  const issuing = {
    clientId: account.credentials.clientId,
    dokuPrivateKey: account.dokuPrivateKey,
    lifetimeSeconds: settings.tokenLifetimeSeconds,
    latestOnly: settings.latestTokenOnly,
  };
  return createAccessTokens(issuing, known?.tokens);
}
