import { WidgetUtils } from 'dana-node/widget/v1';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idr } from './merchant.ts';
import { openOfficialClient, widgetOrder } from './official-client.ts';
import type { OfficialClient } from './official-client.ts';

describe('the Widget of the official client, dana-node 1.5.11', () => {
  let client: OfficialClient;
  beforeEach(async () => {
    client = await openOfficialClient();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await client.served.close();
  });

  const widget = () => client.dana.widgetApi;
  const named = (reference: string) => ({ originalPartnerReferenceNo: reference, merchantId: client.merchantId });
  const pay = (reference: string) => widget().widgetPayment(widgetOrder(client, reference));

  /** The client knows its own id and key from the environment here, and nowhere else. */
  function oauthUrl(): string {
    const { clientId, privateKey } = client.simulator.dana.credentials;
    vi.stubEnv('X_PARTNER_ID', clientId);
    vi.stubEnv('ENV', 'sandbox');
    const redirectUrl = 'https://merchant.example/callback';
    const data = { externalId: 'ext-1', merchantId: client.merchantId, redirectUrl, state: 'state-1' };
    const url = WidgetUtils.generateOauthUrl({ ...data, seamlessData: { mobileNumber: '0811742234' } }, privateKey);
    return url.replace('https://m.sandbox.dana.id', client.served.dana);
  }

  const applyToken = () => {
    const callback = new URL(client.simulator.dana.binding.approve(oauthUrl()));
    return widget().applyToken({
      grantType: 'AUTHORIZATION_CODE',
      authCode: callback.searchParams.get('authCode') ?? '',
    });
  };
  const bound = async () => ({ accessToken: (await applyToken()).accessToken, deviceId: 'device-1' });

  it('DANA 1.2/getOAuthUrl: opens the page on which the customer agrees', async () => {
    const page = await fetch(oauthUrl());
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('data-action="approve"');
  });

  it('DANA 1.2/applyToken: exchanges the code', async () => {
    expect(await applyToken()).toMatchObject({ responseCode: '2007400', accessToken: expect.any(String) });
  });

  it('DANA 1.2/applyOTT: gets a one-time token', async () => {
    const answer = await widget().applyOTT({ userResources: ['OTT'], additionalInfo: await bound() });
    expect(answer).toMatchObject({ responseCode: '2004900', userResources: [{ resourceType: 'OTT' }] });
  });

  it('DANA 1.2/balanceInquiry: reads the balance', async () => {
    const answer = await widget().balanceInquiry({ balanceTypes: ['BALANCE'], additionalInfo: await bound() });
    expect(answer).toMatchObject({ responseCode: '2001100', accountInfos: [{ balanceType: 'BALANCE' }] });
  });

  it('DANA 1.2/accountUnbinding: ends the binding', async () => {
    const { merchantId } = client;
    const answer = await widget().accountUnbinding({ merchantId, additionalInfo: await bound() });
    expect(answer).toMatchObject({ responseCode: '2000900' });
  });

  it('DANA 1.2/queryUserProfile: is understood, although the client has no field for the access token', async () => {
    const answer = await widget().queryUserProfile({ userResources: ['BALANCE'] });
    expect(answer).toMatchObject({ response: { body: { resultInfo: { resultCode: 'INVALID_ACCESS_TOKEN' } } } });
  });

  it('DANA 1.2/widgetPayment: opens a page that knows the customer', async () => {
    const payment = await pay('W-1');
    expect(payment).toMatchObject({ responseCode: '2005400', partnerReferenceNo: 'W-1' });
    const token = await widget().applyOTT({ userResources: ['OTT'], additionalInfo: await bound() });
    const page = await fetch(WidgetUtils.generateCompletePaymentUrl(payment, token));
    expect(await page.text()).toContain('0811742234');
  });

  it('DANA 1.2/widgetQueryPayment: sees the payment', async () => {
    await pay('W-2');
    await client.simulator.dana.customer.pay('W-2');
    const answer = await widget().queryPayment({ ...named('W-2'), serviceCode: '54' });
    expect(answer).toMatchObject({ responseCode: '2005500', latestTransactionStatus: '00' });
  });

  it('DANA 1.2/widgetCancelOrder: cancels', async () => {
    await pay('W-3');
    expect(await widget().cancelOrder(named('W-3'))).toMatchObject({ responseCode: '2005700' });
  });

  it('DANA 1.2/widgetRefundOrder: refunds', async () => {
    await pay('W-4');
    await client.simulator.dana.customer.pay('W-4');
    const refund = { partnerRefundNo: 'RF-1', refundAmount: idr('1.00'), additionalInfo: { envInfo: {} } };
    const answer = await widget().refundOrder({ ...named('W-4'), ...refund });
    expect(answer).toMatchObject({ responseCode: '2005800' });
  });
});
