import {
  CancelOrderRequestFromJSON,
  CancelOrderRequestToJSON,
  ConsultPayRequestFromJSON,
  ConsultPayRequestToJSON,
  CreateOrderByApiRequestFromJSON,
  CreateOrderByApiRequestToJSON,
  CreateOrderByRedirectRequestFromJSON,
  CreateOrderByRedirectRequestToJSON,
  QueryPaymentRequestFromJSON,
  QueryPaymentRequestToJSON,
  RefundOrderRequestFromJSON,
  RefundOrderRequestToJSON,
} from 'dana-node/payment_gateway/v1';
import { rupiah, type CreatePayment } from '@bayar/core';
import { WebhookParser } from 'dana-node/webhook/v1';
import { describe, expect, it } from 'vitest';
import { danaDirect } from '../src/index.ts';
import { cancelled, config, created, now, queried, ref, refund, refunded, request, vectors } from './account.ts';
import { standingClock } from './clocks.ts';
import { answer, answering } from './wire.ts';

const [storeId, divisionId] = ['S1', 'D1'];
const located = { ...ref, locator: { storeId, divisionId } };

describe('dana-node 1.5.11', () => {
  it('knows every field the adapter sends', async () => {
    const { dana, sent } = gateway();
    await dana.createPayment({ ...request, device: { platform: 'web', ip: '203.0.113.7' } });
    await dana.getPayment(located);
    await dana.cancelPayment(located, 'out of stock');
    await dana.refundPayment(located, { ...refund, reason: 'returned' });
    const [create, query, cancel, back] = sent.map(({ body }) => JSON.parse(body) as object);
    // Its mappers drop what they do not know.
    expect(CreateOrderByRedirectRequestToJSON(CreateOrderByRedirectRequestFromJSON(create))).toEqual(create);
    expect(QueryPaymentRequestToJSON(QueryPaymentRequestFromJSON(query))).toEqual(query);
    expect(CancelOrderRequestToJSON(CancelOrderRequestFromJSON(cancel))).toEqual(cancel);
    expect(RefundOrderRequestToJSON(RefundOrderRequestFromJSON(back))).toEqual(back);
  });

  it('knows every field of an order that says all it can', async () => {
    const { dana, sent } = gateway();
    const full: CreatePayment = {
      ...request,
      customer: { id: 'C-1', name: 'Budi', email: 'budi@example.com', phone: '+6281234567890' },
      device: { platform: 'app', ip: '203.0.113.7', os: 'iOS 20' },
      items: [
        { id: 'I-1', name: 'Kopi', category: 'drinks', price: rupiah(15_000), quantity: 1, url: 'https://m.example/1' },
      ],
      shipping: {
        name: 'Budi S',
        phone: '+6281234567890',
        lines: ['Jl. 1', 'RT 1'],
        city: 'J',
        region: 'DKI',
        postalCode: '1',
        country: 'ID',
      },
    };
    const texts = {
      sessionId: 's',
      tokenId: 't',
      websiteLanguage: 'id',
      orderOsType: 'o',
      appVersion: '1',
      sdkVersion: '2',
    };
    const extra = {
      method: { type: 'gopay' },
      disabledMethods: ['OTC'],
      buyer: { type: 'MEMBER', userId: 'U' },
      environment: { ...texts, orderTerminalType: 'APP', merchantAppVersion: '3', clientKey: 'k' },
      memo: 'm',
      transactionType: 'T',
      orderExtendInfo: '{}',
      extendInfo: '{}',
    } as const;
    await dana.createPayment(full, { extra });
    await dana.listMethods(rupiah(15_000));
    const later = { ...refund, extra: { async: true, bill: [{ method: 'BALANCE', amount: rupiah(5_000) }] } } as const;
    await dana.refundPayment(located, later);
    const bodyTo = (end: string) => JSON.parse(sent.find(({ url }) => url.endsWith(end))?.body ?? '') as object;
    const [create, consult, back] = ['host-to-host.htm', 'consult-pay.htm', 'refund.htm'].map(bodyTo);
    expect(CreateOrderByApiRequestToJSON(CreateOrderByApiRequestFromJSON(create))).toEqual(create);
    // This version of it cannot ask for the methods of a store; later ones can.
    const known = { ...consult, externalStoreId: undefined };
    expect(ConsultPayRequestToJSON(ConsultPayRequestFromJSON(consult))).toEqual(known);
    expect(RefundOrderRequestToJSON(RefundOrderRequestFromJSON(back))).toEqual(back);
  });

  it('verifies what the adapter signs', async () => {
    const { dana, sent } = gateway();
    await dana.createPayment(request);
    const [{ url, headers, body }] = sent as [(typeof sent)[0]];
    const parser = new WebhookParser(vectors.keys.merchant.publicSpkiPem);
    const verify = (text: string) =>
      parser.parseWebhook('POST', new URL(url).pathname, Object.fromEntries(headers), text);
    expect(() => verify(body)).not.toThrow();
    expect(() => verify(body.replace('15000.00', '15001.00'))).toThrow(/signature/i);
  });
});

function gateway() {
  const { fetch, sent } = answering(answer(created), answer(queried), answer(cancelled), answer(refunded));
  const settings = { ...config, storeId, divisionId, notificationUrl: 'https://merchant.example/dana/notify' };
  return { sent, dana: danaDirect(settings, { fetch, clock: standingClock(now) }) };
}
