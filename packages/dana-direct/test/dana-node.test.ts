import {
  CancelOrderRequestFromJSON,
  CancelOrderRequestToJSON,
  CreateOrderByRedirectRequestFromJSON,
  CreateOrderByRedirectRequestToJSON,
  QueryPaymentRequestFromJSON,
  QueryPaymentRequestToJSON,
  RefundOrderRequestFromJSON,
  RefundOrderRequestToJSON,
} from 'dana-node/payment_gateway/v1';
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
