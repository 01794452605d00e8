import type { Context, Origin } from '../context.ts';
import { withoutRetries } from '../courier.ts';
import { sandboxFetch } from '../half.ts';
import type { Bill } from './bill.ts';
import type { Bills } from './bills.ts';
import { createBills } from './bills.ts';
import { cancel } from './cancel.ts';
import { channelInquiry } from './channel-inquiry.ts';
import { createForge, forgeries } from './forgery.ts';
import { redirectPage } from './hosted-page.ts';
import { inquiry } from './inquiry.ts';
import { createJourney } from './journey.ts';
import type { Journey } from './journey.ts';
import type { Lifecycle } from './lifecycle.ts';
import { createLifecycle } from './lifecycle.ts';
import { createNotifier } from './notifier.ts';
import { postData } from './post-data.ts';
import type { Registration } from './registration.ts';
import { createRegistration } from './registration.ts';
import { routes } from './routes.ts';
import type { FaspayCustomer, FaspaySandbox } from './sandbox.ts';
import { saveAndTest } from './save-and-test.ts';
import { chooseOptions, credentialsOf } from './settings.ts';
import type { FaspayOptions, FaspaySettings } from './settings.ts';
import type { FaspayState } from './state.ts';
import { snapshotOf } from './snapshot.ts';

/** The documented hosts: the redirect page still lives on the older one (Faspay reference §2.1). */
export const faspayOrigin: Origin = { api: 'https://debit-sandbox.faspay.co.id', web: 'https://dev.faspay.co.id' };

/** Wires the Faspay half together. */
export function createFaspay(context: Context, settings: FaspaySettings = {}, known?: FaspayState): FaspaySandbox {
  const options = chooseOptions({ ...known?.account, ...settings });
  const bills = createBills(context.keepPayments, known?.posted);
  const registration = createRegistration();
  const notifier = createNotifier(context, options, registration);
  const lifecycle = createLifecycle(context, notifier);
  if (known?.registration) registration.register(known.registration);
  for (const bill of known?.bills ?? []) restoreBill(bill, bills, lifecycle);
  const journey = createJourney(context, options, lifecycle, registration);
  const operations = [
    channelInquiry(options),
    postData(context, options, bills, lifecycle),
    inquiry(options, bills, lifecycle),
    cancel(options, bills, lifecycle),
  ];
  const page = redirectPage(options, bills, lifecycle, journey);
  const snapshot = (bill: Bill) => {
    lifecycle.expireIfDue(bill);
    return snapshotOf(context, options, bills, registration, bill);
  };

  return {
    fetch: sandboxFetch(routes(context, options, operations, page)),
    credentials: credentialsOf(options),
    customer: customerOf(journey, bills.known),
    operations: [...operations.map(({ name }) => name), 'redirect'],
    payments: () => bills.all().map(snapshot),
    payment(reference) {
      const bill = bills.latest(reference);
      return bill && snapshot(bill);
    },
    register(entered) {
      registration.register(entered);
      context.record({ type: 'endpoints-registered', detail: { ...entered } });
    },
    registered: registration.entered,
    state: () => stateOf(options, registration, bills),
    saveAndTest: () => saveAndTest(context, options, registration),
    resend: (reference) => notifier.resend(bills.known(reference)),
    process: (reference) => lifecycle.process(bills.known(reference)),
    reverse: (reference) => lifecycle.reverse(bills.known(reference)),
    forge: createForge(options, bills, registration),
    send(forgery, reference, changes = {}) {
      const bill = bills.known(reference);
      notifier.send(bill, { ...forgeries[forgery](bill, options, bills), ...changes });
    },
  };
}

function stateOf(options: FaspayOptions, registration: Registration, bills: Bills): FaspayState {
  const entered = registration.entered();
  return {
    account: credentialsOf(options),
    ...(entered && { registration: entered }),
    bills: bills.all(),
    posted: bills.posted(),
  };
}

function restoreBill(bill: Bill, bills: Bills, lifecycle: Lifecycle): void {
  const restored = { ...bill, deliveries: withoutRetries(bill.deliveries) };
  bills.add(restored, lifecycle.restore(restored));
}

function customerOf(journey: Journey, known: (reference: string) => Bill): FaspayCustomer {
  return {
    pay: async (reference) => ({ returnTo: journey(known(reference), 'pay') }),
    fail: async (reference) => ({ returnTo: journey(known(reference), 'fail') }),
    cancel: async (reference) => ({ returnTo: journey(known(reference), 'cancel') }),
    abandon: async (reference) => ({ returnTo: journey(known(reference), 'abandon') }),
    payLate: async (reference) => ({ returnTo: journey(known(reference), 'pay-late') }),
  };
}
