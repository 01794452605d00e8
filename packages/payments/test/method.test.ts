import { rupiah } from '@bayar/core';
import { danaDirect } from '@bayar/dana-direct';
import { createPayments, memoryLedger } from '@bayar/payments';
import { createSimulator } from '@bayar/simulator';
import { expect, it } from 'vitest';

const request = {
  reference: 'INV-1',
  amount: rupiah(25_000),
  title: 'Kopi susu',
  returnUrl: 'https://shop.example/thanks',
  extra: { dana: { method: { type: 'virtual-account', bank: 'BCA' }, memo: 'first' } },
} as const;

it('a reference belongs to the method it was asked for with, however that is written down', async () => {
  const { dana, settings } = createSimulator();
  const payments = createPayments({
    acquirers: { dana: danaDirect(settings.dana, { fetch: dana.fetch }) },
    active: 'dana',
    publicUrl: 'https://shop.example/pay',
    ledger: memoryLedger(),
  });
  const first = await payments.createPayment(request);
  expect(first).toMatchObject({ kind: 'done' });
  const again = { memo: 'second', method: { bank: 'BCA', type: 'virtual-account' } } as const;
  expect(await payments.createPayment({ ...request, extra: { dana: again } })).toEqual(first);
  const other = { method: { type: 'virtual-account', bank: 'BNI' } } as const;
  expect(await payments.createPayment({ ...request, extra: { dana: other } })).toMatchObject({
    kind: 'not-sent',
    reason: { why: 'reference-reused' },
  });
});
