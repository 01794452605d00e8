import {
  rupiah,
  type reveal,
  type Cancels,
  type Gateway,
  type Money,
  type Need,
  type Outcome,
  type Payment,
  type PaymentRef,
  type PaymentStatus,
  type Reading,
  type Refunds,
} from '@bayar/core';
import type { DanaDirect } from '@bayar/dana-direct';
import type { DokuDana } from '@bayar/doku-dana';
import type { FaspayDana } from '@bayar/faspay-dana';
import {
  createPayments,
  loadPayments,
  memoryLedger,
  type Ledger,
  type NamesWith,
  type Payments,
} from '@bayar/payments';

type Equal<A, B> = [A, B] extends [B, A] ? (IsAny<A> extends IsAny<B> ? true : false) : false;
type IsAny<T> = 0 extends 1 & T ? true : false;
/** Compiles only when what it is given is exactly true. */
type Holds<T extends true> = T;
/** Compiles only when what it is given is exactly false. */
type Fails<T extends false> = T;

declare const dana: DanaDirect;
declare const doku: DokuDana;
declare const faspay: FaspayDana;
declare function use(value: unknown): void;
const amount = rupiah(25_000);
const base = { reference: 'INV-1', amount, title: 'Kopi', returnUrl: 'https://shop.example/thanks' };
const customer = { id: '1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' };
const device = { platform: 'web' } as const;
const shared = { publicUrl: 'https://shop.example/pay', ledger: memoryLedger() };
const three = createPayments({ ...shared, acquirers: { dana, doku, faspay }, active: 'dana' });
type Three = typeof three.acquirers;

// What an acquirer cannot do is not in its type.
export type Capabilities = [
  Holds<Equal<NamesWith<Three, 'refundPayment'>, 'dana' | 'doku'>>,
  Holds<Equal<NamesWith<Three, 'cancelPayment'>, 'dana' | 'faspay'>>,
  Holds<Equal<NamesWith<Three, 'getRefund'>, 'doku'>>,
  Fails<FaspayDana extends Refunds ? true : false>,
  Fails<DokuDana extends Cancels ? true : false>,
  Holds<DanaDirect extends Refunds & Cancels ? true : false>,
];

// What each insists on is in its type, and adds up over those that are configured.
export type Needs = [
  Holds<Equal<DanaDirect['needs'], readonly never[]>>,
  Holds<Equal<DokuDana['needs'], readonly 'device'[]>>,
  Holds<Equal<FaspayDana['needs'], readonly 'customer'[]>>,
  Holds<DanaDirect extends Gateway ? true : false>,
  Holds<DokuDana extends Gateway ? true : false>,
  // A gateway with more needs does not pass for one with fewer.
  Fails<DokuDana extends Gateway<'doku-dana', never> ? true : false>,
  Fails<FaspayDana extends Gateway<string, 'device'> ? true : false>,
  Holds<Equal<Need, 'customer' | 'device'>>,
];

// Nothing public is `any`.
export type NotAny = [
  Fails<IsAny<Outcome<Payment>>>,
  Fails<IsAny<Reading<Payment>>>,
  Fails<IsAny<Parameters<Payments['createPayment']>[0]>>,
  Fails<IsAny<Parameters<DanaDirect['createPayment']>[0]>>,
  Fails<IsAny<ReturnType<typeof reveal>>>,
  Holds<Equal<ReturnType<typeof reveal>, unknown>>,
];

// A set of real gateways is a set of neutral ones.
export type Assignable = [
  Holds<typeof three extends Payments ? true : false>,
  Holds<Equal<ReturnType<typeof memoryLedger>['durable'], false>>,
];

export async function requests(): Promise<void> {
  // @ts-expect-error DOKU needs a device and Faspay a customer, although DANA is active
  await three.createPayment(base);
  // @ts-expect-error Faspay still needs a customer
  await three.createPayment({ ...base, device });
  // @ts-expect-error DOKU still needs a device
  await three.createPayment({ ...base, customer });
  await three.createPayment({ ...base, customer, device });
  await createPayments({ ...shared, acquirers: { dana }, active: 'dana' }).createPayment(base);
  // @ts-expect-error a bare number is not money
  await three.createPayment({ ...base, customer, device, amount: 25_000 });
  // @ts-expect-error money is made, not written down
  await three.createPayment({ ...base, customer, device, amount: { currency: 'IDR', minor: 2_500_000 } });
  // @ts-expect-error a reference is required
  await three.createPayment({ amount, title: 'Kopi', returnUrl: 'https://shop.example', customer, device });
  // @ts-expect-error the slice of one acquirer is not another's
  await three.createPayment({ ...base, customer, device, extra: { faspay: { mcc: '5732' } } });
  // @ts-expect-error nobody is configured under that name
  await three.createPayment({ ...base, customer, device, extra: { gopay: {} } });
  // @ts-expect-error alone, DOKU needs its device all the same
  await doku.createPayment(base);
  await dana.createPayment(base, { extra: { mcc: '5732' } });
  // @ts-expect-error alone, Faspay has no merchant category code
  await faspay.createPayment({ ...base, customer }, { extra: { mcc: '5732' } });
}

export async function operations(stored: PaymentRef): Promise<void> {
  const refund = { refundReference: 'R-1', amount };
  const outcome = await three.createPayment({ ...base, customer, device });
  // @ts-expect-error only a payment that is done has a value
  use(outcome.value);
  // @ts-expect-error only a declined one has a decline
  use(outcome.decline);
  if (outcome.kind !== 'done') return;
  const payment = outcome.value;
  // @ts-expect-error it may be Faspay's
  await three.refundPayment(payment, refund);
  if (payment.acquirer !== 'faspay') await three.refundPayment(payment, refund);
  // @ts-expect-error it may be DOKU's
  await three.cancelPayment(payment);
  if (payment.acquirer === 'dana') await three.cancelPayment(payment);
  // @ts-expect-error a reference out of a store proves nothing
  await three.refundPayment(stored, refund);
  if (three.supports(stored, 'refundPayment')) await three.refundPayment(stored, refund);
  // @ts-expect-error what was proven is refunding, not cancelling
  if (three.supports(stored, 'refundPayment')) await three.cancelPayment(stored);
  // Adding Faspay to the set does not break a line that never meets it.
  const two = createPayments({ ...shared, acquirers: { dana, doku }, active: 'doku' });
  const other = await two.createPayment({ ...base, device });
  if (other.kind === 'done') await two.refundPayment(other.value, refund);
  // @ts-expect-error Faspay has no refunds
  use(faspay.refundPayment);
  // @ts-expect-error DOKU cannot cancel
  use(doku.cancelPayment);
  // @ts-expect-error a refund needs its own reference
  await dana.refundPayment(stored, { amount });
}

export function configuration(durable: Ledger & { readonly durable: true }): void {
  // @ts-expect-error nobody is configured under that name
  createPayments({ ...shared, acquirers: { dana }, active: 'doku' });
  // @ts-expect-error failover goes to configured names
  createPayments({ ...shared, acquirers: { dana }, active: 'dana', failover: ['doku'] });
  // @ts-expect-error a ledger is required
  createPayments({ acquirers: { dana }, active: 'dana', publicUrl: 'https://shop.example' });
  // @ts-expect-error memory is not durable
  durable = memoryLedger();
  use(durable);
  void loadPayments({}, { ledger: memoryLedger(), import: (name) => import(name) }).then(operationsOn);
}

async function operationsOn(payments: Payments): Promise<void> {
  // @ts-expect-error what is loaded at run time may need everything
  await payments.createPayment(base);
  await payments.createPayment({ ...base, customer, device });
}

export function exhaustive(status: PaymentStatus, outcome: Outcome<Payment>, money: Money): string {
  // @ts-expect-error data is read-only
  money.minor = amount.minor;
  switch (outcome.kind) {
    case 'done':
    case 'declined':
    case 'not-sent':
      return outcome.kind;
    case 'unknown':
      return outcome.inquiry.payment.reference;
  }
  // @ts-expect-error pending is not a status
  return status === 'pending' ? '' : status;
}
