import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../src/sweep.ts';
import { ACQUIRERS, coffee, type Acquirer } from './open-shop.ts';
import { openStreet, type Ended, type Street } from './street.ts';

let street: Street;
beforeAll(async () => void (street = await openStreet()));
afterAll(() => street.close());

const CREATION = { dana: 'createOrder', doku: 'payment', faspay: 'postData' } as const;

/** What the next process is answered, and how many payments the acquirer has then, for each moment of death. */
const MOMENTS = {
  // Nothing was sent. Where "not found" is final at once it is sent now; elsewhere nobody can know yet.
  claimed: { dana: ['done', 1], doku: ['unknown', 0], faspay: ['unknown', 0] },
  // The request has arrived, and has done nothing yet.
  arrived: { dana: ['done', 1], doku: ['unknown', 0], faspay: ['unknown', 0] },
  // It was carried out, and its answer is lost: with Faspay's, the number it is inquired about by.
  'carried-out': { dana: ['done', 1], doku: ['done', 1], faspay: ['unknown', 1] },
  answered: { dana: ['done', 1], doku: ['done', 1], faspay: ['unknown', 1] },
  recorded: { dana: ['done', 1], doku: ['done', 1], faspay: ['done', 1] },
} as const;

type Moment = keyof typeof MOMENTS;
const MOMENT_NAMES = Object.keys(MOMENTS) as Moment[];

const referenceOf = (acquirer: Acquirer, moment: Moment): string => `${acquirer}-${moment}`;
/** What the acquirer knows it by: at Faspay, a bill number is the reference and a letter. */
const numberOf = (acquirer: Acquirer, reference: string) => (acquirer === 'faspay' ? `${reference}Z` : reference);
const kept = (acquirer: Acquirer, reference: string) =>
  street.simulator[acquirer].payments().filter((payment) => payment.reference === numberOf(acquirer, reference));

/** Has a process ask all three acquirers to be paid, and ends it at that moment. */
async function crash(moment: Moment): Promise<Ended> {
  const create = Object.fromEntries(ACQUIRERS.map((acquirer) => [acquirer, referenceOf(acquirer, moment)]));
  if (moment !== 'arrived' && moment !== 'carried-out') return street.run({ create, dies: moment });
  const when = moment === 'arrived' ? 'before' : 'after-commit';
  for (const acquirer of ACQUIRERS) {
    street.simulator.faults.add({ operation: CREATION[acquirer], acquirer, fault: { type: 'hang', when } });
  }
  const kill = new AbortController();
  const hanging = new Set<Acquirer>();
  const ended = street.simulator.control.watch(({ type, acquirer }) => {
    if (type === 'fault') hanging.add(acquirer);
    const done = ACQUIRERS.filter((name) => moment === 'arrived' || kept(name, referenceOf(name, moment)).length > 0);
    if (hanging.size === ACQUIRERS.length && done.length === ACQUIRERS.length) kill.abort();
  });
  return street.run({ create, dies: 'never' }, kill.signal).finally(ended);
}

describe.each(MOMENT_NAMES)('a process killed when its payment is %s', (moment) => {
  beforeAll(async () => expect(await crash(moment)).toEqual({ signal: 'SIGKILL', printed: '' }));

  it.each(ACQUIRERS)(
    'leaves at %s what the next process answers truly, and never a second payment',
    async (acquirer) => {
      const reference = referenceOf(acquirer, moment);
      const payments = street.open(acquirer);
      const [kind, count] = MOMENTS[moment][acquirer];
      for (const outcome of [
        await payments.createPayment(coffee(reference)),
        await payments.createPayment(coffee(reference)),
      ]) {
        expect(outcome.kind).toBe(kind);
        expect(kept(acquirer, reference)).toHaveLength(count);
      }
    },
  );
});

const CRASHES = MOMENT_NAMES.flatMap((moment) => ACQUIRERS.map((acquirer) => ({ moment, acquirer })));
const endsAs = (wanted: 'done' | 'unknown') =>
  CRASHES.filter(({ moment, acquirer }) => MOMENTS[moment][acquirer][0] === wanted);

describe('a payment whose process was killed', () => {
  it.each(endsAs('done'))('when $moment at $acquirer is paid once, and reported once', async ({ acquirer, moment }) => {
    const reference = referenceOf(acquirer, moment);
    const number = numberOf(acquirer, reference);
    street.open(acquirer);
    await street.simulator[acquirer].customer.pay(number);
    await street.simulator.idle();
    await street.simulator.control.notify({ acquirer, reference: number }, 'resend');
    expect(street.simulator[acquirer].payment(number)).toMatchObject({ charges: 1 });
    expect(street.paid.filter(({ payment }) => payment.reference === reference)).toHaveLength(1);
    expect(await street.ledger.read(reference)).toMatchObject({ claim: { state: 'made' }, outbox: [] });
  });

  it('stays unsettled while nobody can know what became of it', async () => {
    const open = (await street.ledger.unsettled({ limit: 100 })).map(({ reference }) => reference);
    const doubtful = endsAs('unknown').map(({ moment, acquirer }) => referenceOf(acquirer, moment));
    expect(open).toEqual(expect.arrayContaining(doubtful));
  });
});

describe('a process killed while it handles an event', () => {
  it('leaves the event to the next sweep, under the same id', async () => {
    street.simulator.faults.add({ reference: 'handled', fault: { type: 'missing-notification' } });
    const payments = street.open('dana');
    await street.run({ create: { dana: 'handled' }, dies: 'never' });
    await street.simulator.dana.customer.pay('handled');
    const { signal, printed } = await street.run({ inquire: 'handled', dies: 'handling' });
    expect([signal, street.paid.filter(({ id }) => id === printed)]).toEqual(['SIGKILL', []]);
    const failures: unknown[] = [];
    await sweep(payments, street.ledger, (error) => failures.push(error));
    expect([failures, street.paid.filter(({ id }) => id === printed)]).toMatchObject([[], [{ type: 'payment.paid' }]]);
  });
});

describe('several processes', () => {
  it('that ask under one reference at once send one request, and are all answered', async () => {
    const create = { doku: 'shared' };
    const ended = await Promise.all([1, 2, 3].map(() => street.run({ create, dies: 'never' })));
    expect(ended.map(({ printed }) => printed)).toEqual(['done', 'done', 'done']);
    expect(street.simulator.timeline('shared').filter(({ type }) => type === 'payment-created')).toHaveLength(1);
  });
});
