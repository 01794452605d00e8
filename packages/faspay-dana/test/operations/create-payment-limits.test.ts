import { money, rupiah } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { config, gatewayAnswering, offline, posted, request, TRX_ID } from '../merchant.ts';

describe('a request Faspay cannot take', () => {
  const month = 30 * 86_400_000;
  it.each([
    ['reference', { reference: 'A'.repeat(32) }],
    ['reference', { reference: 'INV_1' }],
    ['title', { title: 'x'.repeat(129) }],
    ['amount', { amount: money(150, 'IDR') }],
    ['amount', { amount: rupiah(500), fees: rupiah(300), tax: rupiah(200) }],
    ['fees', { fees: money(-100, 'IDR') }],
    ['tax', { tax: money(150, 'IDR') }],
    ['expiresAt', { expiresAt: new Date(Date.parse('2026-01-02T11:00:00.250Z') + month + 1) }],
  ] as const)('is not sent: %s', async (field, changes) => {
    const outcome = await offline().createPayment({ ...request, ...changes });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
  });

  it('is not sent without its customer, as JavaScript may call it', async () => {
    const { customer: _, ...rest } = request;
    const outcome = await offline().createPayment(rest as typeof request);
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field: 'customer' }] } });
  });

  it('is not sent with a second number that is too long', async () => {
    const outcome = await offline().createPayment(request, { extra: { billReff: 'x'.repeat(33) } });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { issues: [{ field: 'extra.billReff' }] } });
  });

  it('is sent up to thirty days ahead', async () => {
    const { gateway, sent } = gatewayAnswering(posted);
    await gateway.createPayment({ ...request, expiresAt: new Date(Date.parse('2026-01-02T11:00:00.250Z') + month) });
    expect(sent[0]?.body['bill_expired']).toBe('2026-02-01 18:00:00');
  });

  it.each(['INV-1', 'INV-1234567', 'INV-123456'])(
    'is sent under a verbatim number of the configured length only: %s',
    async (reference) => {
      const settings = { ...config, billNumber: { style: 'verbatim-fixed-length', length: 10 } } as const;
      const { gateway, sent } = gatewayAnswering({ ...posted, bill_no: reference }, { settings });
      const outcome = await gateway.createPayment({ ...request, reference });
      expect([outcome.kind, sent.map(({ body }) => body['bill_no'])]).toEqual(
        reference.length === 10 ? ['done', ['INV-123456']] : ['not-sent', []],
      );
    },
  );
});

describe('an answer to post data', () => {
  it.each([
    ['with bill_items as an object', { ...posted, bill_items: { product: 'Kopi' } }],
    ['without bill_items', { ...posted, bill_items: undefined }],
    ['with white space around it', `\n  ${JSON.stringify(posted)}\r\n`],
    ['with escaped slashes', JSON.stringify(posted).replaceAll('/', '\\/')],
    ['in another language', { ...posted, response_desc: 'Berhasil', response: '' }],
  ])('is read %s', async (_, answer) => {
    const { gateway } = gatewayAnswering(answer);
    expect((await gateway.createPayment(request)).kind).toBe('done');
  });

  it.each([
    ['merchant_id', { ...posted, merchant_id: '54321' }],
    ['bill_no', { ...posted, bill_no: 'INV20260102A002Z' }],
    ['bill_no', { ...posted, bill_no: 'INV20260102A001' }],
    ['redirect_url', { ...posted, redirect_url: 'https://faspay.co.id.evil.example/pws' }],
    ['redirect_url', { ...posted, redirect_url: 'https://evilfaspay.co.id/pws' }],
    ['redirect_url', { ...posted, redirect_url: 'http://dev.faspay.co.id/pws' }],
    ['redirect_url', { ...posted, redirect_url: 'http://127.0.0.1:3000/pws' }],
    ['redirect_url', { ...posted, redirect_url: 'https://dev.faspay.co.id@evil.example/' }],
    ['redirect_url', { ...posted, redirect_url: 'https://a:b@dev.faspay.co.id/' }],
    ['redirect_url', { ...posted, redirect_url: 'javascript:alert(1)' }],
    ['redirect_url', { ...posted, redirect_url: '/pws/100003' }],
  ])('is in doubt when it is about something else: %s', async (_, answer) => {
    const { gateway, sent } = gatewayAnswering(answer);
    const outcome = await gateway.createPayment(request);
    expect(outcome).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'mismatch', payment: { locator: {} } } });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['trx_id', { ...posted, trx_id: '' }],
    ['trx_id', { ...posted, trx_id: undefined }],
    // As a number it is no longer exact.
    ['trx_id', JSON.stringify(posted).replace(`"${TRX_ID}"`, '9999981900021790')],
    ['redirect_url', { ...posted, redirect_url: undefined }],
    ['merchant_id', { ...posted, merchant_id: undefined }],
  ])('is in doubt when it lacks %s', async (_, answer) => {
    const { gateway } = gatewayAnswering(answer);
    expect(await gateway.createPayment(request)).toMatchObject({
      kind: 'unknown',
      inquiry: { doubt: 'unreadable-answer' },
    });
  });

  it.each(['http://127.0.0.1:4000', 'http://localhost:4000'])(
    'may lead to this machine when the interface is %s',
    async (baseUrl) => {
      const redirect_url = 'http://127.0.0.1:4000/pws/1';
      const { gateway } = gatewayAnswering({ ...posted, redirect_url }, { settings: { ...config, baseUrl } });
      expect(await gateway.createPayment(request)).toMatchObject({
        kind: 'done',
        value: { next: { url: redirect_url } },
      });
    },
  );
});
