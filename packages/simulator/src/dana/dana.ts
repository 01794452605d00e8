import type { Context } from '../context.ts';
import { createRouter, sandboxFetch } from '../half.ts';
import type { Half } from '../half.ts';
import { accountUnbinding } from './account-unbinding.ts';
import { applyOtt } from './apply-ott.ts';
import { applyToken } from './apply-token.ts';
import { balanceInquiry } from './balance-inquiry.ts';
import { createBindingDesk, routeBindingPage } from './binding-page.ts';
import type { BindingDesk } from './binding-page.ts';
import { cancelOrder } from './cancel-order.ts';
import { routeCheckoutPage } from './checkout-page.ts';
import { routeCodePages } from './code-page.ts';
import { consultPay } from './consult-pay.ts';
import { createOrder } from './create-order.ts';
import { createCustomerAccounts } from './customer-accounts.ts';
import type { CustomerAccounts } from './customer-accounts.ts';
import { createCustomer, createOrderActions } from './customer.ts';
import { endpoint } from './endpoint.ts';
import { createExternalIds } from './external-ids.ts';
import { createFinishNotifier } from './finish-notify.ts';
import type { NotificationOverrides } from './notification-body.ts';
import type { Operation } from './operation.ts';
import { createOrderBook } from './order-book.ts';
import type { OrderDesk } from './order-desk.ts';
import type { Order } from './order.ts';
import { createOrderState } from './order-state.ts';
import { payReturnUrl } from './pay-return.ts';
import type { PayReturnStatus } from './pay-return.ts';
import { queryPayment } from './query-payment.ts';
import { queryUserProfile } from './query-user-profile.ts';
import { refundOrder, settleLater } from './refund-order.ts';
import { invalidBill, transactionNotFound } from './refusal.ts';
import { routeSandboxVaTool } from './sandbox-va-tool.ts';
import { accountOf, chooseOptions, credentialsOf } from './settings.ts';
import type { DanaCredentials, DanaSettings } from './settings.ts';
import { snapshotOf } from './snapshot.ts';
import { createUnbindNotifier } from './unbind-notify.ts';
import type { UnbindOverrides } from './unbind-notify.ts';
import type { DanaState } from './state.ts';
import { widgetPayment } from './widget-payment.ts';

/** The DANA sandbox. */
export interface DanaSandbox extends Half<DanaCredentials> {
  /** Sends one more notification of an order, now, possibly wrong: a duplicate, out of order, late, or badly signed. */
  readonly notify: (reference: string, overrides?: NotificationOverrides) => void;
  /** The address a browser would come back with, true or not: nothing in it is signed. */
  readonly returnUrl: (reference: string, status: PayReturnStatus) => string;
  /** The customer in front of the binding page: given its address, answers where the browser goes next. */
  readonly binding: BindingDesk;
  /** The customer takes the permission back inside DANA: its tokens stop working, and the merchant is told. */
  readonly unbind: (accessToken: string, overrides?: UnbindOverrides) => void;
  /** What survives a restart. */
  readonly state: () => DanaState;
}

/** Wires the DANA half together. */
export function createDana(context: Context, settings: DanaSettings = {}, known?: DanaState): DanaSandbox {
  const desk = createDesk(context, { ...known?.account, ...settings });
  const accounts = createCustomerAccounts(context, known?.customers);
  for (const order of known?.orders ?? []) restoreOrder(desk, order);
  const actions = createOrderActions(desk);
  const binding = createBindingDesk(accounts, desk.options);
  const router = createRouter();
  const operations = [...orderOperations(desk), ...accountOperations(desk, accounts)];
  const paths = operations.flatMap((operation) => operation.paths);
  const externalIds = createExternalIds(desk.options);
  for (const operation of operations) {
    const answer = endpoint({ context, options: desk.options, operation, paths, externalIds });
    for (const path of operation.paths) router.post(path, (c) => answer(c.req.raw));
  }
  const profile = queryUserProfile(context, desk.options, accounts);
  router.post(profile.path, (c) => profile.answer(c.req.raw));
  routeCheckoutPage(router, desk, accounts, actions);
  routeCodePages(router, desk, actions);
  routeBindingPage(router, binding, desk.options);
  routeSandboxVaTool(router, desk);

  return {
    fetch: sandboxFetch(router),
    get credentials() {
      return credentialsOf(desk.options);
    },
    customer: createCustomer(desk, actions),
    operations: operations.map(({ name }) => name),
    binding,
    unbind: createUnbinding(desk, accounts),
    state: () => ({
      account: accountOf(desk.options),
      orders: desk.book.all(),
      customers: accounts.state(),
    }),
    payments: () => desk.book.all().map((order) => snapshotOf(order, context)),
    payment(reference) {
      const order = desk.book.find(reference);
      return order && snapshotOf(order, context);
    },
    notify: (reference, overrides = {}) => desk.notifier.send(knownOrder(desk, reference), overrides),
    returnUrl: (reference, status) => payReturnUrl(knownOrder(desk, reference), status),
  };
}

function restoreOrder({ book, context, options }: OrderDesk, order: Order): void {
  book.restore(order);
  for (const refund of order.refunds) settleLater(refund, context, options);
}

function createDesk(context: Context, settings: DanaSettings): OrderDesk {
  const options = chooseOptions(settings);
  const notifier = createFinishNotifier(context, options);
  const state = createOrderState(context, options, notifier);
  const book = createOrderBook(context, state.expire);
  return { context, options, book, state, notifier };
}

/** What a merchant does with orders, through the Payment Gateway and the Widget (DANA reference §1.2). */
function orderOperations(desk: OrderDesk): readonly Operation[] {
  return [
    consultPay(desk.options),
    createOrder(desk),
    queryPayment(desk, 'queryPayment', ['/payment-gateway/v1.0/debit/status.htm']),
    cancelOrder(desk, {
      name: 'cancelOrder',
      path: '/payment-gateway/v1.0/debit/cancel.htm',
      successMessage: 'Success',
    }),
    refundOrder(desk, {
      name: 'refundOrder',
      path: '/payment-gateway/v1.0/debit/refund.htm',
      unknownOrder: transactionNotFound,
    }),
    widgetPayment(desk),
    queryPayment(desk, 'widgetQueryPayment', ['/rest/v1.1/debit/status', '/v1.0/debit/status.htm']),
    cancelOrder(desk, { name: 'widgetCancelOrder', path: '/v1.0/debit/cancel.htm', successMessage: 'Successful' }),
    refundOrder(desk, { name: 'widgetRefundOrder', path: '/v1.0/debit/refund.htm', unknownOrder: invalidBill }),
  ];
}

/** What a merchant does with a customer's account. */
function accountOperations(desk: OrderDesk, accounts: CustomerAccounts): readonly Operation[] {
  return [
    applyToken(accounts),
    applyOtt(desk.context, accounts),
    accountUnbinding(desk, accounts),
    balanceInquiry(desk, accounts),
  ];
}

/** Where the customer ends a binding, and not the merchant. */
function createUnbinding({ context, options }: OrderDesk, accounts: CustomerAccounts): DanaSandbox['unbind'] {
  const notify = createUnbindNotifier(context, options);
  return (accessToken, overrides = {}) => {
    const binding = accounts.findByAccessToken(accessToken);
    if (!binding) throw new Error('DANA has no such access token');
    accounts.revoke(binding);
    notify(accessToken, overrides);
  };
}

function knownOrder(desk: OrderDesk, reference: string) {
  const order = desk.book.find(reference);
  if (!order) throw new Error(`DANA has no order ${reference}`);
  return order;
}
