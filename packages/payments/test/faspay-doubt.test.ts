import { rupiah } from '@bayar/core';
import { expect, it } from 'vitest';
import { openFaspayShop } from './faspay-shop.ts';

const request = {
  reference: 'INV-1',
  amount: rupiah(25_000),
  title: 'Kopi susu',
  returnUrl: 'https://shop.example/thanks',
  customer: { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' },
};

it('a creation whose answer was lost says what the merchant can do, and is never sent again', async () => {
  const shop = openFaspayShop();
  shop.simulator.faults.add({
    acquirer: 'faspay',
    operation: 'postData',
    fault: { type: 'reset', when: 'after-commit' },
  });
  const outcome = await shop.payments.createPayment(request);
  if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
  expect(outcome.inquiry).toMatchObject({ operation: 'createPayment', doubt: 'connection-lost' });

  expect(await shop.payments.resolve(outcome.inquiry)).toEqual({
    kind: 'unavailable',
    because: 'invalid',
    issues: [
      {
        field: 'locator',
        rule: expect.stringContaining('not known when the answer to the creation was lost'),
        fix: expect.stringContaining('Look the reference up on the Faspay merchant page, or let the bill expire.'),
      },
    ],
  });
  expect((await shop.payments.createPayment(request)).kind).toBe('unknown');
  expect(shop.simulator.faspay.payments()).toHaveLength(1);
});
