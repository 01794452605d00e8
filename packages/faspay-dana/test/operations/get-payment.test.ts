import { UsageError } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { BILL_NO, config, gatewayAnswering, inquired, offline, ref, signatureOf, TRX_ID } from '../merchant.ts';

const paid = {
  ...inquired,
  payment_status_code: '2',
  payment_reff: '57910067322',
  payment_date: '2026-01-02 18:11:35',
  payment_total: '2000',
};

describe('an inquiry', () => {
  it('asks by transaction and bill', async () => {
    const { gateway, sent } = gatewayAnswering(inquired);
    await gateway.getPayment(ref);
    expect(sent).toEqual([
      {
        url: 'https://debit-sandbox.faspay.co.id/cvr/100004/10',
        body: {
          request: 'Inquiry Payment Status',
          trx_id: TRX_ID,
          merchant_id: '12345',
          bill_no: BILL_NO,
          signature: signatureOf(BILL_NO),
        },
      },
    ]);
  });

  it('finds a payment', async () => {
    const { gateway } = gatewayAnswering(paid);
    expect(await gateway.getPayment(ref)).toEqual({
      kind: 'found',
      value: { ...ref, status: 'paid', paidAt: '2026-01-02T11:11:35.000Z', next: { type: 'none' } },
    });
  });

  it('asks about the bill number that was sent, whatever the setting is now', async () => {
    const settings = { ...config, billNumber: { style: 'verbatim-fixed-length', length: 5 } } as const;
    const { gateway } = gatewayAnswering(paid, { settings });
    expect((await gateway.getPayment(ref)).kind).toBe('found');
  });

  it.each([
    ['0', 'awaiting-customer'],
    ['1', 'processing'],
    ['2', 'paid'],
    ['3', 'failed'],
    ['4', 'refunded'],
    ['5', 'unknown'],
    ['6', 'unknown'],
    ['7', 'expired'],
    ['8', 'cancelled'],
    ['9', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
    [undefined, 'unknown'],
    [2, 'paid'],
  ])('reads status %j as %s', async (code, status) => {
    const { gateway } = gatewayAnswering({ ...inquired, payment_status_code: code });
    expect(await gateway.getPayment(ref)).toMatchObject({ kind: 'found', value: { status } });
  });

  it.each(['trx_id', 'bill_no', 'merchant_id'])('does not believe an answer about another %s', async (field) => {
    const { gateway } = gatewayAnswering({ ...paid, [field]: '54321' });
    expect(await gateway.getPayment(ref)).toMatchObject({ kind: 'unavailable', because: 'mismatch' });
  });

  it('says nothing of what the caller last saw', async () => {
    const stale = { ...ref, status: 'paid', paidAt: '2026-01-01T00:00:00.000Z', refunded: ref.amount } as const;
    const { gateway } = gatewayAnswering(inquired);
    expect(await gateway.getPayment(stale)).toEqual({
      kind: 'found',
      value: { ...ref, status: 'awaiting-customer', next: { type: 'none' } },
    });
  });

  it('keeps the time of payment out of what is not paid', async () => {
    const { gateway } = gatewayAnswering({ ...paid, payment_status_code: '0' });
    const reading = await gateway.getPayment(ref);
    expect(reading.kind === 'found' && reading.value.paidAt).toBe(undefined);
  });
});

describe('the total of an inquiry', () => {
  const units = ['rupiah', 'x100', 'either'] as const;
  it.each([
    ['2000', [true, false, true]],
    ['2000.00', [true, false, true]],
    [2000, [true, false, true]],
    ['200000', [false, true, true]],
    ['', [true, true, true]],
    ['null', [true, true, true]],
    [null, [true, true, true]],
    [undefined, [true, true, true]],
    ['1999', [false, false, false]],
    ['0', [false, false, false]],
    ['20', [false, false, false]],
    ['20000000', [false, false, false]],
  ] as const)('of %j is the amount, in rupiah, × 100 or either: %j', async (payment_total, expected) => {
    const kinds = await Promise.all(
      units.map(async (notificationAmountUnit) => {
        const { gateway } = gatewayAnswering(
          { ...paid, payment_total },
          { settings: { ...config, notificationAmountUnit } },
        );
        return (await gateway.getPayment(ref)).kind === 'found';
      }),
    );
    expect(kinds).toEqual(expected);
  });

  it.each(['2,000', '2.000', '2000.50', '-2000', '1e3', '02000', 'dua ribu', '9'.repeat(16)])(
    'is never the amount when it is %j',
    async (payment_total) => {
      const { gateway } = gatewayAnswering({ ...paid, payment_total });
      expect(await gateway.getPayment(ref)).toMatchObject({ kind: 'unavailable', because: 'mismatch' });
    },
  );

  it('is not read when it is a fraction', async () => {
    const { gateway } = gatewayAnswering({ ...paid, payment_total: 2000.5 });
    expect(await gateway.getPayment(ref)).toMatchObject({ kind: 'unavailable', because: 'unreadable-answer' });
  });

  it.each(['0', '4', '8'])('says nothing where nothing is paid: status %s', async (payment_status_code) => {
    const { gateway } = gatewayAnswering({ ...paid, payment_status_code, payment_total: '0' });
    expect(await gateway.getPayment(ref)).toMatchObject({ kind: 'found' });
  });
});

describe('a payment whose creation was not answered', () => {
  it.each([{}, { billNo: BILL_NO }, { trxId: '', billNo: BILL_NO }])(
    'is not asked about, and the merchant is told what to do: %j',
    async (locator) => {
      const reading = await offline().getPayment({ ...ref, locator });
      expect(reading).toMatchObject({ kind: 'unavailable', because: 'invalid', issues: [{ field: 'locator' }] });
      expect(JSON.stringify(reading)).toContain('merchant page');
    },
  );

  it('is not cancelled, and the merchant is told what to do', async () => {
    const outcome = await offline().cancelPayment({ ...ref, locator: {} });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field: 'locator' }] } });
  });
});

describe('the locator of another payment', () => {
  const other = { ...ref, reference: 'INV20260102B002' };

  it('is not asked about: what it finds paid is not this payment', async () => {
    const { gateway, sent } = gatewayAnswering(paid);
    const reading = await gateway.getPayment(other);
    expect(reading).toMatchObject({ kind: 'unavailable', because: 'invalid', issues: [{ field: 'locator' }] });
    expect(sent).toEqual([]);
  });

  it('cancels nothing', async () => {
    const { gateway, sent } = gatewayAnswering({ ...inquired, payment_status_code: '8' });
    const outcome = await gateway.cancelPayment(other);
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field: 'locator' }] } });
    expect(sent).toEqual([]);
  });

  it('is no other where the bill is the reference itself, as the setting once had it', async () => {
    const { gateway } = gatewayAnswering(paid);
    expect((await gateway.getPayment({ ...ref, reference: BILL_NO })).kind).toBe('found');
  });
});

describe('a payment of another acquirer', () => {
  it('is a bug of the caller', async () => {
    await expect(offline().getPayment({ ...ref, adapter: 'doku-dana' })).rejects.toThrow(UsageError);
  });

  it('is told from none at all', async () => {
    await expect(offline().getPayment(ref.reference as never)).rejects.toThrow('not its reference text');
  });
});
