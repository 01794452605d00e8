import { change, type Office } from './office.ts';
import type { Outgoing, PaymentRecord } from './record.ts';

/** How long a handler may take before it is taken for dead and another may handle the event. */
const HANDLING_MS = 60_000;

/**
 * Hands over the payment's waiting events, in order, each to one taker at a time. Where nobody handles events, a script
 * beside the shop, they are left for a process that does.
 *
 * @returns whether nothing is left to do here: otherwise the acquirer should deliver again.
 */
export async function deliver(office: Office, reference: string): Promise<boolean> {
  if (!office.emitter.hasHandlers()) return true;
  for (;;) {
    const taken = await take(office, reference);
    if (taken === 'none') return true;
    if (taken === 'busy') return false;
    if (!(await handle(office, taken))) {
      await putBack(office, reference, taken);
      return false;
    }
    await change(office, reference, (record) => without(record, taken));
  }
}

/** Hands over what a call caused. The call has happened: neither a handler nor the ledger may take its answer away. */
export async function deliverAfter(office: Office, reference: string): Promise<void> {
  try {
    await deliver(office, reference);
  } catch (error) {
    office.reportLedger(error, reference);
  }
}

async function take(office: Office, reference: string): Promise<Outgoing['event'] | 'none' | 'busy'> {
  const now = office.clock.now();
  const until = new Date(now.getTime() + HANDLING_MS).toISOString();
  let taken: Outgoing['event'] | 'none' | 'busy' = 'none';
  await change(office, reference, (record) => {
    const [first, ...rest] = record.outbox;
    if (first === undefined) taken = 'none';
    else if (first.handlingUntil !== undefined && new Date(first.handlingUntil) > now) taken = 'busy';
    else {
      taken = first.event;
      return { ...record, outbox: [{ event: first.event, handlingUntil: until }, ...rest] };
    }
    return record;
  });
  return taken;
}

async function handle(office: Office, event: Outgoing['event']): Promise<boolean> {
  try {
    await office.emitter.emit(event);
    return true;
  } catch (error) {
    office.report(error, event);
    return false;
  }
}

async function putBack(office: Office, reference: string, event: Outgoing['event']): Promise<void> {
  await change(office, reference, (record) => ({
    ...record,
    outbox: record.outbox.map((waiting) => (waiting.event.id === event.id ? { event: waiting.event } : waiting)),
  }));
}

function without(record: PaymentRecord, event: Outgoing['event']): PaymentRecord {
  return { ...record, outbox: record.outbox.filter((waiting) => waiting.event.id !== event.id) };
}
