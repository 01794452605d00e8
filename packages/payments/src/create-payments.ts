import { ConfigError, type Payment, type Reading } from '@bayar/core';
import { systemClock, systemRandom } from '@bayar/core/kit';
import type { Acquirers } from './acquirers.ts';
import { recordOf } from './adopt.ts';
import { cancel } from './cancel.ts';
import { create } from './create.ts';
import { endpointsOf } from './endpoints.ts';
import { createEmitter } from './events.ts';
import { inboundHandler } from './inbound.ts';
import { inquire } from './inquire.ts';
import type { Office } from './office.ts';
import { checkOptions, unknownName, type PaymentsOptions } from './options.ts';
import { deliverAfter } from './outbox.ts';
import type { Payments } from './payments.ts';
import { readiness } from './ready.ts';
import { inquireRefund, refund } from './refund.ts';
import { createSerial } from './serial.ts';
import { termsOfAll } from './terms.ts';

/**
 * Puts acquirers behind one interface. Switching acquirer is changing the string `active` answers.
 *
 * @throws ConfigError listing every problem of the options.
 */
export function createPayments<const A extends Acquirers>(options: PaymentsOptions<A>): Payments<A> {
  checkOptions(options);
  const office = openOffice(options);
  const ready = readiness(office, options.retired ?? []);
  const payments: Payments = {
    acquirers: options.acquirers,
    createPayment: (request, call = {}) =>
      after(request.reference, () => office.serial(`create:${request.reference}`, () => create(office, request, call))),
    getPayment: (ref, call) =>
      after(ref.reference, async () => inquire(office, await recordOf(office, ref), call)) as Promise<never>,
    refundPayment: (ref, request, call = {}) =>
      after(ref.reference, () => office.serial(`refund:${ref.reference}`, () => refund(office, ref, request, call))),
    cancelPayment: (ref, reason, call = {}) => after(ref.reference, () => cancel(office, ref, reason, call)),
    resolve: (inquiry, call = {}) =>
      after(inquiry.payment.reference, async (): Promise<Reading<Payment>> => {
        if (inquiry.operation === 'refundPayment')
          return inquireRefund(office, inquiry.payment, inquiry.refund, call) as Promise<never>;
        return inquire(office, await recordOf(office, inquiry.payment), call);
      }) as Promise<never>,
    supports: (ref, capability): ref is never =>
      Object.hasOwn(office.acquirers, ref.acquirer) && capability in (office.acquirers[ref.acquirer] ?? {}),
    on: office.emitter.on,
    endpoints: () => endpointsOf(office.publicUrl, office.acquirers),
    handler: inboundHandler(office),
    ready,
  };
  return Object.freeze(payments) as Payments<A>;

  /** Runs a call, then hands over the events it caused; their failure is not the call's. */
  async function after<T>(reference: string, call: () => Promise<T>): Promise<T> {
    await ready();
    const result = await call();
    await deliverAfter(office, reference);
    return result;
  }
}

function openOffice<A extends Acquirers>(options: PaymentsOptions<A>): Office {
  const names = Object.keys(options.acquirers);
  const { active } = options;
  return {
    acquirers: options.acquirers,
    active: async () => {
      const name = typeof active === 'function' ? await active() : active;
      if (!names.includes(name)) throw new ConfigError('Payments', [unknownName('active', names)]);
      return name;
    },
    failover: options.failover ?? [],
    terms: termsOfAll(Object.values(options.acquirers)),
    publicUrl: options.publicUrl.replace(/\/$/, ''),
    ledger: options.ledger,
    clock: options.clock ?? systemClock,
    random: options.random ?? systemRandom,
    emitter: createEmitter(),
    serial: createSerial(),
    report: options.onHandlerError ?? (() => undefined),
    reportLedger: options.onLedgerError ?? (() => undefined),
  };
}
