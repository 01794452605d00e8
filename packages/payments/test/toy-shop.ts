import { rupiah, type Traits } from '@bayar/core';
import type { Clock } from '@bayar/core/kit';
import { createPayments, memoryLedger, type Events, type EventType, type Ledger, type Payments } from '@bayar/payments';
import { toyAcquirer, TOY_SECRET, type Toy } from './toy-acquirer.ts';
import { toyServer, type ToyServer } from './toy-server.ts';

/** A clock that stands still between sleeps, and jumps over them. */
export function jumpingClock(start = '2026-09-01T03:00:00Z'): Clock & { readonly advance: (ms: number) => void } {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    // Long sleeps are deadlines: they must not pass while the call they bound is still running.
    sleep: (ms, signal) => {
      if (ms < 5_000) {
        now += ms;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    },
    advance: (ms) => void (now += ms),
  };
}

/** Two toy acquirers behind one interface, and what happened. */
export interface ToyShop {
  readonly payments: Payments<{ readonly one: Toy; readonly two: Toy }>;
  readonly one: ToyServer;
  readonly two: ToyServer;
  readonly ledger: Ledger;
  readonly clock: ReturnType<typeof jumpingClock>;
  readonly events: Events[EventType][];
  readonly failures: unknown[];
  readonly activate: (name: 'one' | 'two') => void;
  readonly notify: (
    reference: string,
    status: string,
    more?: { amount?: number | null; secret?: string; name?: string },
  ) => Promise<Response>;
}

/** What may be chosen about a toy shop. */
export interface ToyShopOptions {
  readonly traits?: Partial<Traits>;
  readonly failover?: readonly ('one' | 'two')[];
  readonly ledger?: Ledger;
}

const TYPES: readonly EventType[] = [
  'payment.processing',
  'payment.paid',
  'payment.paid-late',
  'payment.partially-refunded',
  'payment.refunded',
  'payment.cancelled',
  'payment.expired',
  'payment.failed',
  'order.paid-twice',
  'refund.succeeded',
  'refund.failed',
  'notification.refused',
  'notification.mismatch',
  'payment.unrecognised',
  'answer.mismatch',
];

/** Opens a toy shop. */
export function openToyShop({ traits = {}, failover = [], ledger = memoryLedger() }: ToyShopOptions = {}): ToyShop {
  const [one, two, clock] = [toyServer(), toyServer(), jumpingClock()];
  let active: 'one' | 'two' = 'one';
  const failures: unknown[] = [];
  const payments = createPayments({
    acquirers: {
      one: toyAcquirer({ fetch: one.fetch, clock }, traits),
      two: toyAcquirer({ fetch: two.fetch, clock }, traits),
    },
    active: () => active,
    failover,
    publicUrl: 'https://shop.example/pay',
    ledger,
    clock,
    onHandlerError: (error) => void failures.push(error),
    onLedgerError: (error) => void failures.push(error),
  });
  const events: Events[EventType][] = [];
  for (const type of TYPES) payments.on(type, (event) => void events.push(event));
  const notify: ToyShop['notify'] = (
    reference,
    status,
    { amount = 2_500_000, secret = TOY_SECRET, name = 'one' } = {},
  ) =>
    payments.handler(
      new Request(`https://shop.example/pay/${name}/notify`, {
        method: 'POST',
        body: JSON.stringify({ secret, reference, status, amount }),
      }),
    );
  return { payments, one, two, ledger, clock, events, failures, activate: (name) => void (active = name), notify };
}

/** A request for Rp 25,000. */
export function order(reference: string, more: { readonly order?: string; readonly title?: string } = {}) {
  return { reference, amount: rupiah(25_000), title: 'Kopi susu', returnUrl: 'https://shop.example/thanks', ...more };
}
