import { requestFor } from './journey.ts';
import { names, type Name, type Stage } from './stage.ts';

/** Payments in flight while the active acquirer changes. */
export interface Switched {
  readonly inFlight: number;
  readonly settledAtOwnAcquirer: number;
}

const IN_FLIGHT = 30;

/** Opens payments at all three, changing the active acquirer while earlier ones are open, then lets customers pay in another order. */
export async function switchInFlight(stage: Stage, signal: AbortSignal): Promise<Switched> {
  const opened: { readonly name: Name; readonly reference: string }[] = [];
  for (let count = 0; count < IN_FLIGHT; count++) {
    const name = names[count % names.length] ?? names[0];
    const reference = `SWITCH-${String(count)}`;
    stage.activate(name);
    const outcome = await stage.payments.createPayment(requestFor(reference, stage.publicUrl), { signal });
    if (outcome.kind === 'done' && outcome.value.acquirer === name) opened.push({ name, reference });
  }
  for (const { name, reference } of [...opened].reverse()) {
    stage.activate(names[(names.indexOf(name) + 1) % names.length] ?? names[0]);
    await payAt(stage, name, reference);
  }
  await stage.simulator.idle();
  const settled = await Promise.all(opened.map((payment) => isSettled(stage, payment)));
  return { inFlight: opened.length, settledAtOwnAcquirer: settled.filter(Boolean).length };
}

async function payAt({ simulator, seenBy }: Stage, name: Name, reference: string): Promise<void> {
  const customers = { 'dana-direct': simulator.dana, 'doku-dana': simulator.doku, 'faspay-dana': simulator.faspay };
  await customers[name].customer.pay(seenBy(name, reference)?.reference ?? reference);
}

async function isSettled(stage: Stage, { name, reference }: { name: Name; reference: string }): Promise<boolean> {
  const again = await stage.payments.createPayment(requestFor(reference, stage.publicUrl));
  const paid = again.kind === 'done' && again.value.status === 'paid' && again.value.acquirer === name;
  const elsewhere = names
    .filter((other) => other !== name)
    .some((other) => stage.seenBy(other, reference) !== undefined);
  return paid && !elsewhere && stage.seenBy(name, reference)?.charges === 1;
}
