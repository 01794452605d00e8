import type { Payment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { claim, disclosed, openFaspayShop, type FaspayShop } from './faspay-shop.ts';

async function createMany(shop: FaspayShop, references: Iterable<string>): Promise<Map<string, Payment>> {
  const payments = new Map<string, Payment>();
  for (const reference of references) payments.set(reference, await shop.created(reference));
  return payments;
}

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at)}`);

/** The fields of a notification Faspay itself would sign, of a bill nobody paid: as if its signature had leaked. */
async function signed(shop: FaspayShop, reference: string, forgery: 'paid' | 'failed' | 'in-process') {
  const request = shop.simulator.faspay.forge(forgery, `${reference}Z`);
  return (await request.json()) as Record<string, unknown>;
}

function report(attack: string, tried: number, falsely: readonly string[]): void {
  process.stdout.write(`faspay ${attack}: ${String(tried)} tried, ${String(falsely.length)} false paid\n`);
  expect(falsely).toEqual([]);
}

async function statuses(shop: FaspayShop, payments: Iterable<Payment>): Promise<Set<string>> {
  const found = new Set<string>();
  for (const payment of payments) {
    const reading = await shop.payments.getPayment(payment);
    found.add(reading.kind === 'found' ? reading.value.status : reading.kind);
  }
  return found;
}

describe('nobody is believed to have paid', () => {
  it('by the post signature of a bill whose number is theirs with a digit behind it: all such among 10,000', async () => {
    const shop = openFaspayShop();
    // Of all pairs of 1 to 10,000 these are the ones in which one number is the other with the status behind it.
    const victims = Array.from({ length: 999 }, (_, at) => String(at + 1));
    const made = await createMany(shop, new Set(victims.flatMap((victim) => [victim, `${victim}2`])));
    let tried = 0;
    for (const victim of victims) {
      const [unpaid, own] = [made.get(victim), made.get(`${victim}2`)];
      if (unpaid === undefined || own === undefined) throw new Error('not created');
      const signature = disclosed(own);
      expect(signature).toMatch(/^[0-9a-f]{40}$/);
      for (const spelling of [
        { bill_no: victim, payment_status_code: '2' },
        { bill_no: `${victim}Z`, payment_status_code: '2' },
        { bill_no: `${victim}2`, payment_status_code: 'Z' },
        { bill_no: victim, payment_status_code: '2Z' },
        { bill_no: `${victim}2Z`, payment_status_code: '' },
      ]) {
        const [status, code] = await shop.post(claim(shop, unpaid, { ...spelling, signature }));
        tried += 1;
        expect([status === 200 && code === '00', status < 500]).toEqual([false, true]);
      }
    }
    report('collision', tried, shop.paid());
    expect(tried).toBe(4_995);
  });

  it('by a genuine signature beside an altered amount', async () => {
    const shop = openFaspayShop();
    const made = await createMany(shop, numbered('AMT-', 20));
    let tried = 0;
    for (const reference of made.keys()) {
      const genuine = await signed(shop, reference, 'paid');
      for (let altered = 0; altered < 50; altered++) {
        const total = String(altered * 997);
        for (const edited of [{ bill_total: total, payment_total: total }, { payment_total: total }]) {
          const [, code] = await shop.post({ ...genuine, ...edited });
          expect(code).toBe('99');
          tried += 1;
        }
      }
    }
    report('amount edit', tried, shop.paid());
  });

  it('by a genuine signature alone, for the inquiry says otherwise', async () => {
    const shop = openFaspayShop();
    const made = await createMany(shop, numbered('LEAK-', 200));
    for (const reference of made.keys()) await shop.post(await signed(shop, reference, 'paid'));
    report('leaked signature', made.size, shop.paid());
    expect(await statuses(shop, made.values())).toEqual(new Set(['awaiting-customer']));
  });

  it('by the signature of another status', async () => {
    const shop = openFaspayShop();
    const made = await createMany(shop, numbered('ST-', 100));
    let tried = 0;
    for (const reference of made.keys()) {
      for (const forgery of ['failed', 'in-process'] as const) {
        const genuine = await signed(shop, reference, forgery);
        for (const payment_status_code of ['2', ' 2', '02', '2 ', 2, ['2'], '２']) {
          await shop.post({ ...genuine, payment_status_code });
          tried += 1;
        }
      }
    }
    report('status edit', tried, shop.paid());
  });

  it('by parts of the notifications of others: every pair of fifty', async () => {
    const shop = openFaspayShop();
    const made = await createMany(shop, numbered('SP-', 50));
    const references = [...made.keys()];
    for (const reference of references.slice(0, 25)) await shop.customerPays(reference);
    const genuine = shop.posted.map((text) => JSON.parse(text) as Record<string, unknown>);
    const before = shop.paid().length;
    let tried = 0;
    for (const theirs of genuine) {
      for (const unpaid of references.slice(25)) {
        const own = await signed(shop, unpaid, 'failed');
        for (const spliced of [
          { ...own, signature: theirs['signature'], payment_status_code: '2' },
          { ...theirs, bill_no: own['bill_no'] },
          { ...theirs, bill_no: own['bill_no'], trx_id: own['trx_id'] },
          { ...theirs, trx_id: own['trx_id'] },
        ]) {
          await shop.post(spliced);
          tried += 1;
        }
      }
    }
    report('splice', tried, shop.paid().slice(before));
    expect([before, tried]).toEqual([25, 2_500]);
  });
});

describe('a genuine notification', () => {
  it('replayed is accepted and changes nothing, after a reversal too', async () => {
    const shop = openFaspayShop();
    const made = await createMany(shop, numbered('RP-', 100));
    for (const reference of made.keys()) await shop.customerPays(reference);
    const genuine = [...shop.posted];
    expect([shop.paid().length, genuine.length]).toEqual([100, 100]);
    for (let again = 0; again < 5; again++) {
      for (const text of genuine) expect(await shop.post(text)).toEqual([200, '00']);
    }
    for (const reference of made.keys()) shop.simulator.faspay.reverse(`${reference}Z`);
    await shop.simulator.idle();
    const refunded = shop.events.filter(({ type }) => type === 'payment.refunded');
    for (const text of genuine) expect(await shop.post(text)).toEqual([200, '00']);
    report('replay', genuine.length * 6, shop.paid().slice(100));
    expect(refunded).toHaveLength(100);
    expect(shop.events.filter(({ type }) => type === 'payment.refunded')).toHaveLength(100);
    expect(await statuses(shop, made.values())).toEqual(new Set(['refunded']));
  });

  it('makes a payment that was reversed by hand refunded, on a signature and an inquiry', async () => {
    const shop = openFaspayShop();
    await shop.created('INV-1');
    await shop.customerPays('INV-1');
    shop.simulator.faspay.reverse('INV-1Z');
    await shop.simulator.idle();
    expect(shop.events).toMatchObject([
      { type: 'payment.paid', evidence: 'signature+inquiry' },
      { type: 'payment.refunded', evidence: 'signature+inquiry', payment: { status: 'refunded' } },
    ]);
  });
});
