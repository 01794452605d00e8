import { Dana } from 'dana-node';
import { WebhookParser } from 'dana-node/webhook/v1';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulator } from '../../src/index.ts';
import type { ServedSimulator, Simulator } from '../../src/index.ts';
import { idr, jakarta } from './merchant.ts';

/** The official client has no setting for its host: the address is put into its configuration afterwards. */
function pointAt(api: object, basePath: string): void {
  const configuration: unknown = Reflect.get(api, 'configuration');
  if (typeof configuration !== 'object' || configuration === null) throw new Error('the client keeps no configuration');
  Reflect.set(configuration, 'config', { basePath });
}

describe('the official client, dana-node 1.5.11', () => {
  const received: { path: string; headers: Record<string, string>; body: string }[] = [];
  let simulator: Simulator;
  let served: ServedSimulator;
  let dana: Dana;

  beforeEach(async () => {
    received.length = 0;
    simulator = createSimulator({
      async send(request) {
        const { pathname: path } = new URL(request.url);
        received.push({ path, headers: Object.fromEntries(request.headers), body: await request.text() });
        return Response.json({ responseCode: '2005600', responseMessage: 'Successful' });
      },
    });
    served = await simulator.listen({ port: 0 });
    const { clientId, privateKey } = simulator.dana.credentials;
    dana = new Dana({ partnerId: clientId, privateKey, origin: 'https://merchant.example', env: 'sandbox' });
    pointAt(dana.paymentGatewayApi, served.dana);
    pointAt(dana.widgetApi, served.dana);
  });
  afterEach(() => served.close());

  const createOrder = (partnerReferenceNo: string) =>
    dana.paymentGatewayApi.createOrder({
      partnerReferenceNo,
      merchantId: simulator.dana.credentials.merchantId,
      amount: idr('222000.00'),
      validUpTo: jakarta(simulator.clock.now() + 20 * 60_000),
      urlParams: [
        { url: 'https://merchant.example/return', type: 'PAY_RETURN', isDeeplink: 'Y' },
        { url: 'https://merchant.example/dana/notify', type: 'NOTIFICATION', isDeeplink: 'Y' },
      ],
      additionalInfo: {
        order: { orderTitle: 'Kopi Susu — "Spesial"', scenario: 'REDIRECT', merchantTransType: 'SPECIAL_MOVIE' },
        mcc: '5732',
        envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM', orderTerminalType: 'WEB' },
      },
    });

  const query = (originalPartnerReferenceNo: string) =>
    dana.paymentGatewayApi.queryPayment({
      originalPartnerReferenceNo,
      serviceCode: '54',
      merchantId: simulator.dana.credentials.merchantId,
    });

  it('creates an order and asks for it', async () => {
    const created = await createOrder('SDK-1');
    expect(created).toMatchObject({ responseCode: '2005400', partnerReferenceNo: 'SDK-1' });
    expect(created.webRedirectUrl).toContain(`${served.dana}/n/cashier/new/checkout?bizNo=${created.referenceNo}`);
    expect(await query('SDK-1')).toMatchObject({
      responseCode: '2005500',
      latestTransactionStatus: '01',
      originalReferenceNo: created.referenceNo,
      amount: idr('222000.00'),
    });
    expect(simulator.dana.payment('SDK-1')).toMatchObject({ amount: 22_200_000, status: 'INIT' });
  });

  it('sees the payment, and reads the notification', async () => {
    await createOrder('SDK-2');
    await simulator.dana.customer.pay('SDK-2');
    await simulator.idle();
    expect(await query('SDK-2')).toMatchObject({ latestTransactionStatus: '00' });

    const [notification] = received;
    if (!notification) throw new Error('no notification');
    const parser = new WebhookParser(simulator.dana.credentials.danaPublicKey);
    expect(parser.parseWebhook('POST', notification.path, notification.headers, notification.body)).toMatchObject({
      originalPartnerReferenceNo: 'SDK-2',
      latestTransactionStatus: '00',
      amount: idr('222000.00'),
    });
    const tampered = notification.body.replace('222000.00', '222001.00');
    expect(() => parser.parseWebhook('POST', notification.path, notification.headers, tampered)).toThrow();
  });

  it('cancels and refunds', async () => {
    const { merchantId } = simulator.dana.credentials;
    await createOrder('SDK-3');
    const cancel = { originalPartnerReferenceNo: 'SDK-3', merchantId };
    expect(await dana.paymentGatewayApi.cancelOrder(cancel)).toMatchObject({ responseCode: '2005700' });
    await createOrder('SDK-4');
    await simulator.dana.customer.pay('SDK-4');
    const refund = {
      originalPartnerReferenceNo: 'SDK-4',
      merchantId,
      partnerRefundNo: 'RF-1',
      refundAmount: idr('1.00'),
    };
    expect(await dana.paymentGatewayApi.refundOrder(refund)).toMatchObject({ responseCode: '2005800' });
  });

  it('binds a customer and pays through the Widget', async () => {
    const { clientId: partnerId, merchantId } = simulator.dana.credentials;
    const query = new URLSearchParams({
      partnerId,
      timestamp: jakarta(simulator.clock.now()),
      externalId: 'ext-1',
      channelId: 'ch-1',
      scopes: 'CASHIER',
      redirectUrl: 'https://merchant.example/callback',
      state: 'state-1',
      isSnapBI: 'true',
    });
    const callback = simulator.dana.binding.approve(`${served.dana}/v1.0/get-auth-code?${query.toString()}`);
    const authCode = new URL(callback).searchParams.get('authCode') ?? '';
    const token = await dana.widgetApi.applyToken({ grantType: 'AUTHORIZATION_CODE', authCode });
    expect(token.responseCode).toBe('2007400');
    const additionalInfo = { accessToken: token.accessToken, deviceId: 'device-1' };
    expect(await dana.widgetApi.applyOTT({ userResources: ['OTT'], additionalInfo })).toMatchObject({
      responseCode: '2004900',
      userResources: [{ resourceType: 'OTT' }],
    });
    const payment = await dana.widgetApi.widgetPayment({
      partnerReferenceNo: 'W-1',
      merchantId,
      amount: idr('1.00'),
      validUpTo: jakarta(simulator.clock.now() + 20 * 60_000),
      additionalInfo: {
        productCode: '51051000100000000001',
        mcc: '5732',
        order: { orderTitle: 'Order 1' },
        envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
      },
    });
    expect(payment).toMatchObject({ responseCode: '2005400', partnerReferenceNo: 'W-1' });
    expect(await dana.widgetApi.accountUnbinding({ merchantId, additionalInfo })).toMatchObject({
      responseCode: '2000900',
    });
  });

  it('is refused with the status and body of the sandbox', async () => {
    await expect(query('NONE')).rejects.toMatchObject({
      status: 404,
      rawResponse: { responseCode: '4045501', responseMessage: 'Transaction Not Found' },
    });
  });

  it("is refused when it signs with another merchant's key", async () => {
    const { clientId } = simulator.dana.credentials;
    const { privateKey } = (await import('node:crypto')).generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    dana = new Dana({ partnerId: clientId, privateKey: pem, origin: 'https://merchant.example', env: 'sandbox' });
    pointAt(dana.paymentGatewayApi, served.dana);
    await expect(createOrder('SDK-5')).rejects.toMatchObject({ status: 401 });
    expect(simulator.dana.payments()).toEqual([]);
  });
});
