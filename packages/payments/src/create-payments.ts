import { ConfigError, type Payment, type Reading } from '@bayar/core';
import { systemClock, systemRandom } from '@bayar/core/kit';
import type { Acquirers } from './acquirers.ts';
import { recordOf } from './adopt.ts';
import { createCalls } from './calls.ts';
import { cancel } from './cancel.ts';
import { create } from './create.ts';
import { endpointsOf } from './endpoints.ts';
import { createEmitter } from './events.ts';
import { inboundHandler } from './inbound.ts';
import { inquire } from './inquire.ts';
import type { Office } from './office.ts';
import { checkOptions, unknownName } from './check-options.ts';
import type { PaymentsOptions } from './options.ts';
import type { Payments } from './payments.ts';
import { readiness } from './ready.ts';
import { inquireRefund } from './inquire-refund.ts';
import { refund } from './refund.ts';
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
  const { after, inTurn } = createCalls(office, ready);
  const payments: Payments = {
    acquirers: options.acquirers,
    createPayment: (request, call) => inTurn('create', request, call, (bounded) => create(office, request, bounded)),
    getPayment: (ref, call) =>
      after(ref.reference, async () => inquire(office, await recordOf(office, ref), call)) as Promise<never>,
    refundPayment: (ref, request, call) =>
      inTurn('refund', ref, call, (bounded) => refund(office, ref, request, bounded)),
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
    serial: createSerial(options.clock ?? systemClock),
    report: options.onHandlerError ?? (() => undefined),
    reportLedger: options.onLedgerError ?? (() => undefined),
  };
}
