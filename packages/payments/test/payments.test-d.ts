import { rupiah, type Cancels, type Gateway, type PaymentRef, type Refunds } from '@bayar/core';
import { createPayments, memoryLedger, type Payments } from '@bayar/payments';

interface Dana extends Gateway<'dana-direct', never, { readonly mcc?: string }>, Refunds, Cancels {}
interface Doku extends Gateway<'doku-dana', 'device'>, Refunds {}
interface Faspay extends Gateway<'faspay-dana', 'customer', { readonly billReff?: string }>, Cancels {}
declare const dana: Dana;
declare const doku: Doku;
declare const faspay: Faspay;
declare const stored: PaymentRef;

const base = { reference: 'A', amount: rupiah(1), title: 't', returnUrl: 'u' };
const customer = { id: '1', name: 'n', email: 'e', phone: 'p' };
const device = { platform: 'web' } as const;
const shared = { publicUrl: 'https://shop.example/pay', ledger: memoryLedger() };
const three = createPayments({ ...shared, acquirers: { dana, doku, faspay }, active: 'doku' });

export async function f(): Promise<void> {
  // @ts-expect-error faspay needs a customer, doku a device, whichever is active
  await three.createPayment(base);
  const c = await three.createPayment({
    ...base,
    customer,
    device,
    extra: { dana: { mcc: '1' }, faspay: { billReff: '1' } },
  });
  // @ts-expect-error wrong slice
  await three.createPayment({ ...base, customer, device, extra: { dana: { billReff: '1' } } });
  // @ts-expect-error doku declares no extra
  await three.createPayment({ ...base, customer, device, extra: { doku: { x: 1 } } });
  if (c.kind !== 'done') return;
  // @ts-expect-error may be faspay
  await three.refundPayment(c.value, { refundReference: 'r', amount: rupiah(1) });
  if (c.value.acquirer !== 'faspay') await three.refundPayment(c.value, { refundReference: 'r', amount: rupiah(1) });
  if (three.supports(stored, 'refundPayment'))
    await three.refundPayment(stored, { refundReference: 'r', amount: rupiah(1) });
  await createPayments({ ...shared, acquirers: { dana }, active: () => 'dana' }).createPayment(base);
}

export async function g(p: Payments): Promise<void> {
  // @ts-expect-error superset needed
  await p.createPayment(base);
  await p.createPayment({ ...base, customer, device });
  if (p.supports(stored, 'refundPayment')) await p.refundPayment(stored, { refundReference: 'r', amount: rupiah(1) });
}
void g(three);
