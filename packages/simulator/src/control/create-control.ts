import type { Acquirer } from '../acquirer.ts';
import type { Frame } from '../frame.ts';
import type { Customer } from '../half.ts';
import type { SimulatedPayment } from '../payments.ts';
import { CannotDo, noSuchPayment } from './cannot-do.ts';
import type { BaseUrls, ClockView, Control, CustomerAct, Endpoints, PaymentName } from './control.ts';
import { notifyByHand } from './notify.ts';
import type { Sandboxes } from './notify.ts';
import { isAbout, isRefused, nameOf, viewOf } from './views.ts';

const actions: Readonly<Record<CustomerAct, (customer: Customer, reference: string) => Promise<{ returnTo: string }>>> =
  {
    pay: (customer, reference) => customer.pay(reference),
    fail: (customer, reference) => customer.fail(reference),
    cancel: (customer, reference) => customer.cancel(reference),
    'pay-late': (customer, reference) => customer.payLate(reference),
  };

const acquirers: readonly Acquirer[] = ['dana', 'doku', 'faspay'];

/** The operator's functions over the halves and the frame they share. */
export function createControl(frame: Frame, halves: Sandboxes, baseUrls: () => BaseUrls): Control {
  return {
    ...paymentControl(frame, halves),
    ...timeControl(frame),
    ...faultControl(frame, halves),
    ...endpointControl(halves),
    refused: () => frame.timeline.events().filter(isRefused).reverse(),
    events: (after = 0) => frame.timeline.events().filter(({ id }) => id > after),
    watch: frame.timeline.listen,
    accounts: () => ({
      dana: halves.dana.credentials,
      doku: halves.doku.credentials,
      faspay: halves.faspay.credentials,
    }),
    baseUrls,
  };
}

function paymentControl(frame: Frame, halves: Sandboxes): Pick<Control, 'payments' | 'payment' | 'act' | 'notify'> {
  const all = () => acquirers.flatMap((acquirer) => halves[acquirer].payments());
  const find = ({ acquirer, reference }: PaymentName) => halves[acquirer].payment(reference);

  function known(name: PaymentName): SimulatedPayment {
    const payment = find(name);
    if (!payment) throw noSuchPayment(name, all());
    return payment;
  }

  return {
    payments: () =>
      all()
        .map(viewOf)
        .sort((a, b) => b.createdAt - a.createdAt),
    payment(name) {
      const payment = find(name);
      if (!payment) return undefined;
      return { ...viewOf(payment), events: frame.timeline.events().filter((event) => isAbout(event, payment)) };
    },
    async act(name, act) {
      const payment = known(name);
      return actions[act](halves[payment.acquirer].customer, nameOf(payment).reference).catch(impossible);
    },
    notify: async (name, way) => notifyByHand(halves, known(name), way, frame.courier.idle),
  };
}

function faultControl(
  { faults }: Frame,
  halves: Sandboxes,
): Pick<Control, 'faults' | 'befallen' | 'addFault' | 'clearFaults' | 'operations'> {
  const operations = () => ({
    dana: halves.dana.operations,
    doku: halves.doku.operations,
    faspay: halves.faspay.operations,
  });
  return {
    faults: faults.planned,
    befallen: faults.befallen,
    addFault(planned) {
      const known = planned.acquirer ? operations()[planned.acquirer] : Object.values(operations()).flat();
      checkOperations([planned.operation ?? []].flat(), known);
      try {
        faults.add(planned);
      } catch (error) {
        throw error instanceof RangeError ? new CannotDo('invalid', error.message) : error;
      }
    },
    clearFaults: faults.clear,
    operations,
  };
}

/** A misspelt operation would wait for ever. */
function checkOperations(named: readonly string[], known: readonly string[]): void {
  const unknown = named.find((name) => ![...known, 'notification', 'return'].includes(name));
  if (unknown !== undefined) throw new CannotDo('unknown', `There is no operation ${unknown}, but ${known.join(', ')}`);
}

/** A half refuses what a payment's status does not allow with a `RangeError`. */
function impossible(error: unknown): never {
  throw error instanceof RangeError ? new CannotDo('impossible', error.message) : error;
}

function timeControl({ clock, courier }: Frame): Pick<Control, 'clock' | 'advance' | 'rejoin'> {
  const view = (): ClockView => {
    const lead = clock.lead?.();
    const nextAttemptAt = courier.nextAttemptAt();
    return {
      now: clock.now(),
      ...(lead !== undefined && { lead }),
      ...(nextAttemptAt !== undefined && { nextAttemptAt }),
    };
  };
  return {
    clock: view,
    async advance(by) {
      const next = courier.nextAttemptAt();
      if (by === 'next-attempt' && next === undefined) throw new CannotDo('impossible', 'No notification is waiting');
      await clock.advance(by === 'next-attempt' ? Math.max(0, (next ?? 0) - clock.now()) : by);
      return view();
    },
    rejoin() {
      clock.rejoin?.();
      return view();
    },
  };
}

function endpointControl({ doku, faspay }: Sandboxes): Pick<Control, 'endpoints' | 'register'> {
  const endpoints = (): Endpoints => {
    const ofDoku = doku.registered();
    const ofFaspay = faspay.registered();
    return { ...(ofDoku && { doku: ofDoku }), ...(ofFaspay && { faspay: ofFaspay }) };
  };
  return {
    endpoints,
    register(given) {
      if (given.doku) doku.register(given.doku);
      if (given.faspay) faspay.register(given.faspay);
      return endpoints();
    },
  };
}
