import { requestFor, doubtOf } from './journey.ts';
import type { Stage, StageOptions } from './stage.ts';

/** What can be broken on purpose. */
export const breakNames = [
  'doku-signature',
  'dana-amount',
  'faspay-collision',
  'lost-answer',
  'forged-notification',
] as const;

/** One of {@link breakNames}. */
export type BreakName = (typeof breakNames)[number];

/** What an attack, or a fault the library survives, came to. */
export interface Defence {
  readonly break: BreakName;
  readonly held: boolean;
  /** What happened, in order. */
  readonly shown: Readonly<Record<string, string | number>>;
}

/** How the stage is broken from the start. */
export function brokenStage(name: BreakName | undefined): StageOptions {
  return { wrongDokuSecret: name === 'doku-signature', silentDana: name === 'dana-amount' };
}

/** Breaks that the library defends itself against, played out. The others make the journeys fail. */
export function defend(name: BreakName, stage: Stage, signal: AbortSignal): Promise<Defence> | undefined {
  switch (name) {
    case 'lost-answer':
      return loseAnswer(stage, signal);
    case 'forged-notification':
      return forge(stage, signal);
    case 'faspay-collision':
      return collide(stage, signal);
    case 'doku-signature':
    case 'dana-amount':
      return undefined;
  }
}

/** DANA makes the order and every answer is lost on the way back. */
async function loseAnswer(stage: Stage, signal: AbortSignal): Promise<Defence> {
  const reference = 'LOST-1';
  stage.activate('dana-direct');
  stage.simulator.faults.add({
    acquirer: 'dana',
    operation: 'createOrder',
    times: 3,
    fault: { type: 'reset', when: 'after-commit' },
  });
  const outcome = await stage.payments.createPayment(requestFor(reference, stage.publicUrl), { signal });
  const doubt = doubtOf(outcome);
  await stage.simulator.dana.customer.pay(reference);
  const reading = doubt && (await stage.payments.resolve(doubt, { signal }));
  const resolved = reading?.kind === 'found' ? reading.value.status : 'unavailable';
  const charges = stage.seenBy('dana-direct', reference)?.charges ?? 0;
  const shown = { outcome: outcome.kind, resolved, charges };
  return { break: 'lost-answer', held: outcome.kind === 'unknown' && resolved === 'paid' && charges === 1, shown };
}

/** Somebody else tells the shop that an order is paid. */
async function forge(stage: Stage, signal: AbortSignal): Promise<Defence> {
  const reference = 'FORGED-1';
  stage.activate('dana-direct');
  await stage.payments.createPayment(requestFor(reference, stage.publicUrl), { signal });
  const order = stage.seenBy('dana-direct', reference);
  const body = JSON.stringify({
    originalPartnerReferenceNo: reference,
    originalReferenceNo: order?.acquirerReference,
    merchantId: stage.simulator.dana.credentials.merchantId,
    amount: { value: '25000.00', currency: 'IDR' },
    latestTransactionStatus: '00',
  });
  const headers = {
    'content-type': 'application/json',
    'x-timestamp': new Date(stage.simulator.clock.now()).toISOString(),
    'x-signature': Buffer.alloc(256, 1).toString('base64'),
  };
  const url =
    stage.payments.endpoints().find(({ acquirer, kind }) => acquirer === 'dana-direct' && kind === 'notification')
      ?.url ?? '';
  const answer = await fetch(url, { method: 'POST', headers, body, signal });
  return refusedDefence('forged-notification', stage, reference, answer.status);
}

/** The customer of one bill passes its post signature off as another bill's paid notification. */
async function collide(stage: Stage, signal: AbortSignal): Promise<Defence> {
  stage.activate('faspay-dana');
  await stage.payments.createPayment(requestFor('1001', stage.publicUrl), { signal });
  await stage.payments.createPayment(requestFor('10012', stage.publicUrl), { signal });
  const disclosed = stage.seenBy('faspay-dana', '10012')?.reference ?? '';
  const forgery = stage.simulator.faspay.forge('delimiter-collision', disclosed, {
    bill_no: '1001',
    payment_status_code: '2',
  });
  const answer = await fetch(forgery);
  return refusedDefence('faspay-collision', stage, '1001', answer.status);
}

async function refusedDefence(name: BreakName, stage: Stage, reference: string, answered: number): Promise<Defence> {
  const again = await stage.payments.createPayment(requestFor(reference, stage.publicUrl));
  const status = again.kind === 'done' ? again.value.status : again.kind;
  const refusal = stage.alerts.find((alert) => alert.startsWith('notification.refused')) ?? 'none';
  return {
    break: name,
    held: status === 'awaiting-customer' && refusal !== 'none',
    shown: { answered, refusal, status },
  };
}
