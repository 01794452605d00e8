import { rupiah } from '@bayar/core';
import { WidgetPaymentRequestFromJSON, WidgetPaymentRequestToJSON } from 'dana-node/widget/v1';
import { describe, expect, it } from 'vitest';
import { danaDirect, type DanaDirect, type DanaWidgetExtra } from '../../src/index.ts';
import { cancelled, config, created, now, queried, ref, refund, refunded, request } from '../account.ts';
import { manualClock, standingClock } from '../clocks.ts';
import { answer, answering, coded, failing, hanging, type Answer } from '../wire.ts';
import { notificationUrl, widget } from './bench.ts';

const located = { ...ref, locator: { ...widget, storeId: 'S1', divisionId: 'D1' } };
const unanswered = { ...ref, acquirerReference: undefined as never, locator: {} };

describe('a Widget payment', () => {
  it('is created with exactly the documented body', async () => {
    const { dana, sent } = gateway(answer(created));
    await dana.createPayment(
      { ...request, device: { platform: 'mobile-web', ip: '203.0.113.7' } },
      { extra: { ...widget, storeId: 'S1', divisionId: 'D1' }, notificationUrl },
    );
    expect(paths(sent)).toEqual(['/rest/redirection/v1.0/debit/payment-host-to-host']);
    const body = JSON.parse(sent[0]?.body ?? '') as object;
    expect(body).toStrictEqual({
      partnerReferenceNo: 'ORDER-2026-0001',
      merchantId: config.merchantId,
      subMerchantId: 'D1',
      externalStoreId: 'S1',
      amount: { value: '15000.00', currency: 'IDR' },
      validUpTo: '2026-09-01T10:30:00+07:00',
      urlParams: [
        { url: 'https://merchant.example/return', type: 'PAY_RETURN', isDeeplink: 'N' },
        { url: notificationUrl, type: 'NOTIFICATION', isDeeplink: 'N' },
      ],
      additionalInfo: {
        productCode: '51051000100000000001',
        mcc: '5732',
        order: { orderTitle: request.title },
        envInfo: { sourcePlatform: 'IPG', terminalType: 'WAP', clientIp: '203.0.113.7' },
      },
    });
    // The official library drops what it does not know.
    expect(WidgetPaymentRequestToJSON(WidgetPaymentRequestFromJSON(body))).toEqual(body);
  });

  it('says what is bought, by whom and from where, as an order of the Payment Gateway does', async () => {
    const { dana, sent } = gateway(answer(created));
    const items = [{ id: 'K-1', name: 'Kopi', price: rupiah(15_000), quantity: 1, category: 'food' }];
    const environment = { sessionId: 's-1' };
    await dana.createPayment({ ...request, items }, { extra: { ...widget, environment, memo: 'table 4' } });
    const body = JSON.parse(sent[0]?.body ?? '') as object;
    expect(body).toMatchObject({
      additionalInfo: {
        order: { goods: [{ merchantGoodsId: 'K-1' }], orderMemo: 'table 4' },
        envInfo: { sessionId: 's-1' },
      },
    });
    expect(WidgetPaymentRequestToJSON(WidgetPaymentRequestFromJSON(body))).toEqual(body);
  });

  it('takes no method: the customer chooses on the page', () => {
    // @ts-expect-error The Widget has no methods of the merchant's choice.
    const method: DanaWidgetExtra = { ...widget, method: { type: 'qris' } };
    // @ts-expect-error There are two products.
    const product: Parameters<DanaDirect['createPayment']>[1] = { extra: { product: 'app' } };
    expect([method.product, product]).toHaveLength(2);
  });

  it('says in its locator which product, store and division it belongs to', async () => {
    const { dana } = gateway(answer(created));
    const extra = { ...widget, storeId: 'S1', mcc: '5814' };
    expect(await dana.createPayment(request, { extra })).toMatchObject({
      kind: 'done',
      value: { acquirer: 'dana-direct', locator: { product: 'widget', storeId: 'S1' }, next: { type: 'redirect' } },
    });
  });

  it.each([
    ['4035402', 'amount-limit', false],
    ['4035405', 'customer-account', false],
    ['4035415', 'not-permitted', true],
    ['4045408', 'merchant-not-ready', false],
    ['4045418', 'inconsistent', false],
  ])('%s is declined as %s (retryable: %s)', async (code, reason, retryable) => {
    const { dana } = gateway(coded(code));
    expect(await dana.createPayment(request, { extra: widget })).toMatchObject({
      kind: 'declined',
      decline: { code, reason, retryable },
    });
  });

  it.each([
    ['a store too long', { extra: { ...widget, storeId: 'S'.repeat(65) } }, 'extra.storeId'],
    [
      'a notification URL with a query',
      { extra: widget, notificationUrl: 'https://m.example/n?a=1' },
      'notificationUrl',
    ],
  ])('is not sent with %s', async (_, options, field) => {
    const { dana, sent } = gateway(answer(created));
    expect(await dana.createPayment(request, options)).toMatchObject({ reason: { issues: [{ field }] } });
    expect(sent).toEqual([]);
  });

  it('is sent three times at most, byte for byte the same, and in doubt it is known where it would be', async () => {
    const { dana, sent } = gateway(failing('ECONNRESET'));
    expect(await dana.createPayment(request, { extra: widget })).toMatchObject({
      kind: 'unknown',
      inquiry: { operation: 'createPayment', doubt: 'connection-lost', payment: { locator: widget } },
    });
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(sent).toHaveLength(3);
  });

  it('is inquired about, cancelled and refunded where it was made', async () => {
    const { dana, sent } = gateway(answer(queried), answer(cancelled), answer(refunded));
    expect(await dana.getPayment(located)).toMatchObject({ value: { locator: located.locator } });
    expect(await dana.cancelPayment(located, 'out of stock')).toMatchObject({ kind: 'done' });
    expect(await dana.refundPayment(located, refund)).toMatchObject({ kind: 'done' });
    expect(paths(sent)).toEqual(['/rest/v1.1/debit/status', '/v1.0/debit/cancel.htm', '/v1.0/debit/refund.htm']);
    const original = { originalPartnerReferenceNo: ref.reference, subMerchantId: 'D1', externalStoreId: 'S1' };
    for (const { body } of sent) expect(JSON.parse(body)).toMatchObject(original);
    expect(JSON.parse(sent[2]?.body ?? '')).toMatchObject({ additionalInfo: { envInfo: {} }, partnerRefundNo: 'RF-1' });
  });

  it('is refunded with DANA’s own options beside the environment', async () => {
    const { dana, sent } = gateway(answer(refunded));
    await dana.refundPayment(located, { ...refund, extra: { async: true } });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ additionalInfo: { envInfo: {}, asyncRefund: 'true' } });
  });

  it('that DANA does not know is an invalid bill when it is refunded', async () => {
    const { dana } = gateway(coded('4045812'));
    expect(await dana.refundPayment(located, { ...refund, amount: rupiah(1) })).toMatchObject({
      kind: 'declined',
      decline: { reason: 'not-found' },
    });
  });
});

describe('a payment of the Payment Gateway', () => {
  it('stays there', async () => {
    const { dana, sent } = gateway(answer(created), answer(queried), answer(cancelled), answer(refunded));
    await dana.createPayment(request);
    await dana.getPayment(ref);
    await dana.cancelPayment(ref);
    await dana.refundPayment(ref, refund);
    for (const path of paths(sent)) expect(path).toMatch(/^\/payment-gateway\//);
    expect(sent).toHaveLength(4);
  });
});

describe('a payment whose creation was never answered', () => {
  it('is looked for at the Widget when the Payment Gateway does not know it, and found for good', async () => {
    const { dana, sent } = gateway(coded('4045501'), answer(queried));
    expect(await dana.getPayment(unanswered)).toMatchObject({ kind: 'found', value: { locator: widget } });
    expect(paths(sent)).toEqual(['/payment-gateway/v1.0/debit/status.htm', '/rest/v1.1/debit/status']);
  });

  it('is absent when neither knows it', async () => {
    const { dana } = gateway(coded('4045501'));
    expect(await dana.getPayment(unanswered)).toEqual({ kind: 'absent', final: true });
  });

  it('is not looked for elsewhere when the Payment Gateway cannot say', async () => {
    const { dana, sent } = gateway(coded('4015500'));
    expect(await dana.getPayment(unanswered)).toMatchObject({ kind: 'unavailable', because: 'authentication' });
    expect(sent).toHaveLength(1);
  });

  it('is looked for at both within one deadline', async () => {
    const clock = manualClock(now);
    const late: Answer = async (request, signal) => {
      await clock.sleep(300, signal);
      return coded('4045501')(request, signal);
    };
    const { fetch, sent } = answering(late, hanging);
    const reading = danaDirect(config, { fetch, clock }).getPayment(unanswered, { deadlineMs: 450 });
    await expect.poll(() => sent.length).toBe(1);
    await clock.advance(300);
    await expect.poll(() => sent.length).toBe(2);
    await clock.advance(150);
    expect(await reading).toEqual({ kind: 'unavailable', because: 'no-answer' });
  });
});

function gateway(...answers: readonly Answer[]) {
  const { fetch, sent } = answering(...answers);
  return { sent, dana: danaDirect(config, { fetch, clock: standingClock(now) }) };
}

function paths(sent: readonly { readonly url: string }[]): string[] {
  return sent.map(({ url }) => new URL(url).pathname);
}
