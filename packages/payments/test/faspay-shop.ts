import { rupiah, type Payment } from '@bayar/core';
import { faspayDana, type FaspayDanaRuntime } from '@bayar/faspay-dana';
import { createSimulator, virtualClock, type SimulatorSettings } from '@bayar/simulator';
import { createPayments, memoryLedger, type Events, type EventType } from '@bayar/payments';

const NOTIFICATION_URL = 'https://shop.example/pay/faspay/notification';
const TYPES: readonly EventType[] = [
  'payment.paid',
  'payment.paid-late',
  'payment.refunded',
  'payment.failed',
  'payment.cancelled',
  'notification.refused',
  'notification.mismatch',
  'payment.unrecognised',
];

/** A shop on the simulated Faspay: everything that is posted goes through `payments.handler`. */
export function openFaspayShop(settings: SimulatorSettings['faspay'] = {}, runtime: FaspayDanaRuntime = {}) {
  const posted: string[] = [];
  const simulator = createSimulator({
    clock: virtualClock(Date.parse('2026-01-02T11:00:00Z')),
    faspay: settings,
    send: async (request) => {
      posted.push(await request.clone().text());
      return payments.handler(request);
    },
  });
  const clock = {
    now: () => new Date(simulator.clock.now()),
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((wake) => {
        signal?.addEventListener('abort', () => wake(), { once: true });
      }),
  };
  const { credentials } = simulator.faspay;
  const faspay = faspayDana(
    { environment: 'sandbox', ...credentials },
    { fetch: simulator.faspay.fetch, clock, ...runtime },
  );
  const payments = createPayments({
    acquirers: { faspay },
    active: 'faspay',
    publicUrl: 'https://shop.example/pay',
    ledger: memoryLedger(),
    clock,
  });
  simulator.faspay.register({ notificationUrl: NOTIFICATION_URL });
  const events: Events[EventType][] = [];
  for (const type of TYPES) payments.on(type, (event) => void events.push(event));

  async function created(reference: string, whole = 25_000): Promise<Payment> {
    const outcome = await payments.createPayment({
      reference,
      amount: rupiah(whole),
      title: 'Kopi susu',
      returnUrl: 'https://shop.example/thanks',
      customer: { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' },
    });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  }

  /** Posts a message to the shop, and answers with the HTTP status and Faspay's code. */
  async function post(
    fields: Readonly<Record<string, unknown>> | string,
  ): Promise<readonly [status: number, code: string]> {
    const body = typeof fields === 'string' ? fields : JSON.stringify(fields);
    const answer = await payments.handler(new Request(NOTIFICATION_URL, { method: 'POST', body }));
    const { response_code } = (await answer.json()) as { response_code: string };
    return [answer.status, response_code];
  }

  async function customerPays(reference: string): Promise<void> {
    await simulator.faspay.customer.pay(`${reference}Z`);
    await simulator.idle();
  }

  const paid = (): readonly string[] =>
    events.flatMap((event) => (event.type === 'payment.paid' ? [event.payment.reference] : []));
  return { simulator, payments, credentials, events, posted, created, post, customerPays, paid };
}

/** What {@link openFaspayShop} opens. */
export type FaspayShop = ReturnType<typeof openFaspayShop>;

/** The post signature of a bill, as its customer reads it in the address they are sent to. */
export function disclosed({ next }: Payment): string {
  const url = next.type === 'redirect' ? new URL(next.url) : undefined;
  return url?.pathname.split('/').at(-1) ?? '';
}

/** A notification that a payment is paid, with whatever signature. */
export function claim(
  shop: FaspayShop,
  payment: Payment,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const total = String(payment.amount.minor / 100);
  return {
    request: 'Payment Notification',
    trx_id: payment.acquirerReference,
    merchant_id: shop.credentials.merchantId,
    merchant: shop.credentials.merchantName,
    bill_no: `${payment.reference}Z`,
    payment_reff: '57910067322',
    payment_date: '2026-01-02 18:11:35',
    payment_status_code: '2',
    payment_status_desc: 'Payment Sukses',
    bill_total: total,
    payment_total: total,
    payment_channel_uid: '819',
    payment_channel: 'DANA',
    ...changes,
  };
}
