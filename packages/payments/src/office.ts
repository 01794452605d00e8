import { reveal, UsageError, type Gateway, type Outcome, type Payment, type PaymentRef } from '@bayar/core';
import { attachRaw, type Clock, type Random, type Terms } from '@bayar/core/kit';
import type { Acquirers } from './acquirers.ts';
import type { AlertEvent, AlertEventType, Emitter, Events, EventType } from './events.ts';
import type { Ledger } from './ledger.ts';
import type { PaymentRecord } from './record.ts';
import type { Serial } from './serial.ts';

/** What every part of `payments` works with. */
export interface Office {
  readonly acquirers: Acquirers;
  /** The name new payments go to, asked once per payment. */
  readonly active: () => Promise<string>;
  readonly failover: readonly string[];
  readonly terms: Terms;
  readonly publicUrl: string;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
  readonly emitter: Emitter;
  readonly serial: Serial;
  readonly report: (error: unknown, event: Events[EventType]) => void;
  /** Told when the ledger failed after something had happened. */
  readonly reportLedger: (error: unknown, reference: string) => void;
}

/** The gateway a payment belongs to. */
export function gatewayOf(office: Office, ref: PaymentRef): Gateway {
  if (typeof (ref as Partial<PaymentRef>).acquirer !== 'string')
    throw new UsageError('Pass the payment as createPayment answered it, or its stored copy; not its reference alone.');
  const gateway = Object.hasOwn(office.acquirers, ref.acquirer) ? office.acquirers[ref.acquirer] : undefined;
  if (gateway === undefined)
    throw new UsageError(
      `No acquirer is configured under the name ${ref.acquirer}: keep it configured while its payments are open.`,
    );
  if (gateway.id !== ref.adapter)
    throw new UsageError(
      `The name ${ref.acquirer} belongs to ${gateway.id}, but this payment was made through ${ref.adapter}.`,
    );
  return gateway;
}

/** Whether cancelling a paid payment at this acquirer gives the money back. */
export function cancelReverses(gateway: Gateway): boolean {
  return gateway.traits.cancels === 'unpaid-or-recent';
}

/** A payment as the gateway made it, under the name the gateway is configured under. */
export function named(payment: Payment, name: string): Payment {
  return fromAnswer({ ...payment, acquirer: name }, payment);
}

/** What the ledger made of an answer, with the acquirer's raw answer still behind it for `reveal`. */
export function fromAnswer<T extends object>(stored: T, answer: object): T {
  const raw = reveal(answer);
  return raw === undefined ? stored : attachRaw(stored, raw);
}

/**
 * Changes a record atomically: makes the change again from the newer record when another came first.
 *
 * @returns the record as it now stands; `undefined` when there is none.
 */
export async function change(
  office: Office,
  reference: string,
  make: (record: PaymentRecord) => PaymentRecord,
): Promise<PaymentRecord | undefined> {
  for (;;) {
    const record = await office.ledger.read(reference);
    if (record === undefined) return undefined;
    const made = make(record);
    if (made === record) return record;
    const next = { ...made, version: record.version + 1 };
    if (await office.ledger.replace(next)) return next;
  }
}

/** Like {@link change}, for what has already happened: a ledger that fails is reported, and answered with `failed`. */
export async function record(
  office: Office,
  reference: string,
  make: (record: PaymentRecord) => PaymentRecord,
): Promise<PaymentRecord | 'failed' | undefined> {
  try {
    return await change(office, reference, make);
  } catch (error) {
    office.reportLedger(error, reference);
    return 'failed';
  }
}

/** Whether the acquirer answered about something else than was asked. */
export function isMismatch(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'unknown' && outcome.inquiry.doubt === 'mismatch';
}

/** Tells whoever listens that the acquirer's answer to that call was about another reference or amount. */
export async function alertMismatch(office: Office, { acquirer, reference }: PaymentRef, call: string): Promise<void> {
  const hint = `The acquirer answered ${call} with another reference or amount than was asked about.`;
  await alert(office, { type: 'answer.mismatch', acquirer, reference, hint });
}

/** Tells whoever listens that somebody should look. A handler that fails here loses nothing. */
export async function alert<T extends AlertEventType>(
  office: Office,
  about: Omit<AlertEvent<T>, 'id' | 'at'>,
): Promise<void> {
  const event = { ...about, id: office.random.token(), at: office.clock.now().toISOString() } as Events[AlertEventType];
  try {
    await office.emitter.emit(event);
  } catch (error) {
    office.report(error, event);
  }
}
