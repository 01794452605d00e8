import { generateKeyPairSync } from 'node:crypto';
import { WebhookParser } from 'dana-node/webhook/v1';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idr } from './merchant.ts';
import { gatewayOrder, openOfficialClient } from './official-client.ts';
import type { OfficialClient } from './official-client.ts';

describe('the Payment Gateway of the official client, dana-node 1.5.11', () => {
  let client: OfficialClient;
  beforeEach(async () => {
    client = await openOfficialClient();
  });
  afterEach(() => client.served.close());

  const gateway = () => client.dana.paymentGatewayApi;
  const createOrder = (reference: string) => gateway().createOrder(gatewayOrder(client, reference));
  const query = (originalPartnerReferenceNo: string) =>
    gateway().queryPayment({ originalPartnerReferenceNo, serviceCode: '54', merchantId: client.merchantId });

  it('DANA 1.2/consultPay: lists means of payment', async () => {
    const { merchantId } = client;
    const additionalInfo = { buyer: {}, envInfo: gatewayOrder(client, '').additionalInfo.envInfo };
    const answer = await gateway().consultPay({ merchantId, amount: idr('1.00'), additionalInfo });
    expect(answer).toMatchObject({ responseCode: '2005700', paymentInfos: expect.any(Array) });
  });

  it('DANA 1.2/createOrder: opens a page', async () => {
    const created = await createOrder('SDK-1');
    expect(created).toMatchObject({ responseCode: '2005400', partnerReferenceNo: 'SDK-1' });
    const page = `${client.served.dana}/n/cashier/new/checkout?bizNo=${created.referenceNo}`;
    expect(created.webRedirectUrl).toContain(page);
    expect(client.simulator.dana.payment('SDK-1')).toMatchObject({ amount: 22_200_000, status: 'INIT' });
  });

  it('DANA 1.2/queryPayment: sees the order, and its payment', async () => {
    const { referenceNo: originalReferenceNo } = await createOrder('SDK-2');
    const open = { responseCode: '2005500', latestTransactionStatus: '01', originalReferenceNo };
    expect(await query('SDK-2')).toMatchObject({ ...open, amount: idr('222000.00') });
    await client.simulator.dana.customer.pay('SDK-2');
    expect(await query('SDK-2')).toMatchObject({ latestTransactionStatus: '00' });
  });

  it('DANA 1.2/cancelOrder: cancels', async () => {
    await createOrder('SDK-3');
    const cancel = { originalPartnerReferenceNo: 'SDK-3', merchantId: client.merchantId };
    expect(await gateway().cancelOrder(cancel)).toMatchObject({ responseCode: '2005700' });
  });

  it('DANA 1.2/refundOrder: refunds', async () => {
    await createOrder('SDK-4');
    await client.simulator.dana.customer.pay('SDK-4');
    const { merchantId } = client;
    const refund = { merchantId, partnerRefundNo: 'RF-1', refundAmount: idr('1.00') };
    const answer = await gateway().refundOrder({ originalPartnerReferenceNo: 'SDK-4', ...refund });
    expect(answer).toMatchObject({ responseCode: '2005800' });
  });

  it('DANA 1.2/finishNotify: verifies and reads the notification, and no other', async () => {
    const { simulator, received } = client;
    await createOrder('SDK-5');
    await simulator.dana.customer.pay('SDK-5');
    await simulator.idle();
    const [notification] = received;
    if (!notification) throw new Error('no notification');
    const { path, headers, body } = notification;
    const parser = new WebhookParser(simulator.dana.credentials.danaPublicKey);
    expect(parser.parseWebhook('POST', path, headers, body)).toMatchObject({
      originalPartnerReferenceNo: 'SDK-5',
      latestTransactionStatus: '00',
      amount: idr('222000.00'),
    });
    const tampered = body.replace('222000.00', '222001.00');
    expect(() => parser.parseWebhook('POST', path, headers, tampered)).toThrow();
  });

  it('is refused with the status and body of the sandbox', async () => {
    await expect(query('NONE')).rejects.toMatchObject({
      status: 404,
      rawResponse: { responseCode: '4045501', responseMessage: 'Transaction Not Found' },
    });
  });

  it("is refused when it signs with another merchant's key", async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { paymentGatewayApi } = client.clientOf(String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
    await expect(paymentGatewayApi.createOrder(gatewayOrder(client, 'SDK-6'))).rejects.toMatchObject({ status: 401 });
    expect(client.simulator.dana.payments()).toEqual([]);
  });
});
