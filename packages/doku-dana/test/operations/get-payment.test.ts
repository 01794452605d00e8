import { describe, expect, it } from 'vitest';
import { rupiah, UsageError, type Payment, type PaymentRef, type Reading } from '@bayar/core';
import { coded, openBench, order, stored, type BenchOptions } from '../bench.ts';

const money = (value: string): object => ({ value, currency: 'IDR' });
const refunded = (refundStatus: string, value: string): object => ({
  partnerRefundNo: value,
  refundStatus,
  refundAmount: money(value),
});

function status(latestTransactionStatus: string, more: object = {}): Response {
  return coded('2005500', { originalPartnerReferenceNo: 'INV-0001', latestTransactionStatus, ...more });
}

function read(answer: Response, ref = stored(), options: BenchOptions = {}): Promise<Reading<Payment>> {
  return openBench(() => answer, options).doku.getPayment(ref);
}

describe('a status request', () => {
  it('asks by the merchant’s reference, and names neither device nor address', async () => {
    const { doku, sent } = openBench(() => status('00'));
    await doku.getPayment(stored());
    expect(sent[0]?.url).toBe('https://api-sandbox.doku.com/orders/v1.0/debit/status');
    expect(await sent[0]?.text()).toBe(
      '{"originalPartnerReferenceNo":"INV-0001","serviceCode":"55","additionalInfo":{"channel":"EMONEY_DANA_SNAP"}}',
    );
    expect(sent[0]?.headers.has('x-device-id')).toBe(false);
    expect(sent[0]?.headers.has('x-ip-address')).toBe(false);
  });

  it('sends the service code of the standard when configured', async () => {
    const { doku, sent } = openBench(() => status('00'), { config: { serviceCode: '54' } });
    await doku.getPayment(stored());
    expect(await sent[0]?.json()).toMatchObject({ serviceCode: '54' });
  });

  it('refuses a payment of another acquirer', async () => {
    await expect(openBench(() => status('00')).doku.getPayment(stored({ adapter: 'faspay-dana' }))).rejects.toThrow(
      UsageError,
    );
  });
});

describe('the answer to a status request', () => {
  it.each([
    ['00', 'paid'],
    ['01', 'awaiting-customer'],
    ['02', 'processing'],
    ['03', 'processing'],
    ['04', 'refunded'],
    ['05', 'cancelled'],
    ['06', 'failed'],
    ['07', 'unknown'],
    ['99', 'unknown'],
    ['', 'unknown'],
    ['toString', 'unknown'],
  ])('%s is %s', async (code, expected) => {
    expect(await read(status(code))).toMatchObject({ kind: 'found', value: { status: expected } });
  });

  it('is the payment asked about, with what DOKU added', async () => {
    const answer = status('00', {
      originalReferenceNo: 'D-9',
      paidTime: '2026-01-02T10:30:00+07:00',
      transAmount: money('10000.00'),
    });
    expect(await read(answer)).toEqual({
      kind: 'found',
      value: {
        ...stored(),
        acquirerReference: 'D-9',
        status: 'paid',
        next: { type: 'none' },
        paidAt: '2026-01-02T03:30:00.000Z',
      },
    });
  });

  it('carries nothing over from the payment it was asked with', async () => {
    const old = {
      ...stored(),
      status: 'paid',
      refunded: rupiah(1),
      next: { type: 'redirect', url: 'https://x.example' },
    } as PaymentRef;
    expect(await read(status('06'), old)).toEqual({
      kind: 'found',
      value: { ...stored(), status: 'failed', next: { type: 'none' } },
    });
  });

  it.each([
    ['part of it was returned', '04', [refunded('00', '4000.00')], 'partially-refunded', rupiah(4_000)],
    [
      'parts of it were returned',
      '04',
      [refunded('00', '4000.00'), refunded('00', '5999.00')],
      'partially-refunded',
      rupiah(9_999),
    ],
    [
      'all of it was returned in parts',
      '04',
      [refunded('00', '4000.00'), refunded('00', '6000.00')],
      'refunded',
      rupiah(10_000),
    ],
    ['a failed refund counts for nothing', '00', [refunded('06', '4000.00')], 'paid', undefined],
    ['a running refund counts for nothing yet', '00', [refunded('03', '4000.00')], 'paid', undefined],
    ['DOKU still calls it paid', '00', [refunded('00', '4000.00')], 'partially-refunded', rupiah(4_000)],
    ['DOKU lists no refund', '04', [], 'refunded', undefined],
    ['it was never paid', '06', [refunded('00', '4000.00')], 'failed', undefined],
  ])('tells refunds apart when %s', async (_, code, refundHistory, expected, sum) => {
    const reading = await read(status(code, { refundHistory }));
    expect(reading).toMatchObject({ kind: 'found', value: { status: expected } });
    expect(reading.kind === 'found' && reading.value.refunded).toEqual(sum);
  });

  it('is read whatever else DOKU leaves out or adds', async () => {
    for (const more of [
      { refundHistory: null, transAmount: null, additionalInfo: '' },
      { originalPartnerReferenceNo: undefined },
      { paidTime: 'yesterday', originalReferenceNo: 5, requestID: 'x' },
    ]) {
      expect(await read(status('00', more))).toMatchObject({ kind: 'found', value: { status: 'paid' } });
    }
  });

  it.each([
    ['mismatch', { originalPartnerReferenceNo: 'INV-0002' }],
    ['mismatch', { transAmount: money('10000.01') }],
    ['mismatch', { transAmount: money('9999.00') }],
    ['unreadable-answer', { latestTransactionStatus: undefined }],
    ['unreadable-answer', { latestTransactionStatus: 0 }],
    ['unreadable-answer', { transAmount: { value: 10000, currency: 'IDR' } }],
    ['unreadable-answer', { transAmount: { value: '10000.00', currency: 'USD' } }],
    ['unreadable-answer', { refundHistory: [{ refundStatus: '00' }] }],
  ])('is unavailable (%s) when it says %j', async (because, more) => {
    expect(await read(status('00', more))).toMatchObject({ kind: 'unavailable', because });
  });
});

describe('not found', () => {
  const notFound = (ref: PaymentRef, at: string): Promise<Reading<Payment>> => read(coded('4045501'), ref, { at });
  const handedOut = stored();
  const neverAnswered = stored({ locator: {} });

  it.each([
    ['a payment just created', handedOut, '2026-01-02T03:00:30Z', false],
    ['a payment that may have been paid a moment ago', handedOut, '2026-01-02T03:59:00Z', false],
    ['a payment that expired a minute ago', handedOut, '2026-01-02T04:01:30Z', false],
    ['a payment that expired longer ago', handedOut, '2026-01-02T04:01:31Z', true],
    ['a creation that was never answered', neverAnswered, '2026-01-02T03:01:30Z', false],
    ['a creation that was never answered, later', neverAnswered, '2026-01-02T03:01:31Z', true],
    ['a payment with an unreadable time', stored({ locator: { expiresAt: 'soon' } }), '2027-01-01T00:00:00Z', false],
  ])('of %s is final: %s at %s → %s', async (_, ref, at, final) => {
    expect(await notFound(ref, at)).toEqual({ kind: 'absent', final });
  });

  it('in either of its codes is absent', async () => {
    expect(await read(coded('4045512'), handedOut, { at: '2026-01-02T05:00:00Z' })).toEqual({
      kind: 'absent',
      final: true,
    });
  });

  it('is not final for the reference an unknown outcome names, in its first minute', async () => {
    const { doku, clock } = openBench((request) => coded(request.url.endsWith('/status') ? '4045501' : '5040500'));
    const outcome = await doku.createPayment(order());
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    expect(await doku.getPayment(outcome.inquiry.payment)).toEqual({ kind: 'absent', final: false });
    clock.advance(90_001);
    expect(await doku.getPayment(outcome.inquiry.payment)).toEqual({ kind: 'absent', final: true });
  });
});

describe('a reference text in place of a payment', () => {
  it('is a bug of the caller, told so', async () => {
    const { doku, sent } = openBench(() => coded('2005500'));
    await expect(doku.getPayment('INV-0001' as never)).rejects.toThrow('not its reference text');
    expect(sent).toHaveLength(0);
  });
});
