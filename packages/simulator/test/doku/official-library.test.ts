import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulator, signTestNotification } from '../../src/index.ts';
import type { ServedSimulator, Simulator } from '../../src/index.ts';
import { jakarta } from './merchant.ts';
import { notificationUrl, tokenUrl } from './notified-merchant.ts';
import { PaymentRequest, RefundRequest, StatusRequest, openLibrary } from './official-library.ts';
import type { OfficialLibrary } from './official-library.ts';

const channel = { channel: 'EMONEY_DANA_SNAP' };
const money = { value: '10000.00', currency: 'IDR' };
const ip = '203.0.113.10';

function paymentRequest(reference: string) {
  const returnTo = { url: 'https://shop.example/return', type: 'PAY_RETURN', isDeepLink: 'N' };
  const validUpTo = jakarta(Date.now() + 3_600_000);
  return new PaymentRequest(reference, money, [returnTo], validUpTo, 'mweb', {
    ...channel,
    orderTitle: 'Kopi susu & roti',
  });
}

const statusRequest = (reference: string) =>
  new StatusRequest(reference, undefined, undefined, '55', undefined, money, undefined, undefined, undefined, {
    ...channel,
  });

describe('doku-nodejs-library 1.0.52, pointed at the simulator', () => {
  let simulator: Simulator;
  let served: ServedSimulator;
  let library: OfficialLibrary;
  const notified: unknown[] = [];

  /** The merchant's endpoints as the library's own guide writes them. */
  async function merchant(request: Request): Promise<Response> {
    const { headers } = request;
    if (request.url === tokenUrl) {
      const answer = library.validateSignatureAndGenerateToken({ get: (name) => headers.get(name) });
      return Response.json(answer.body, { headers: answer.header });
    }
    const claims = library.validateTokenB2B(headers.get('authorization') ?? '');
    const accepted = claims !== false;
    notified.push(claims);
    return Response.json({ responseCode: '2005600' }, { status: accepted ? 200 : 401 });
  }

  beforeEach(async () => {
    simulator = createSimulator({ send: merchant });
    served = await simulator.listen();
    const { clientId, secretKey, merchantPrivateKey, merchantPublicKey, dokuPublicKey } = simulator.doku.credentials;
    library = await openLibrary(served.doku, {
      isProduction: false,
      privateKey: merchantPrivateKey,
      clientID: clientId,
      publicKey: merchantPublicKey,
      dokuPublicKey,
      issuer: 'SHOP',
      secretKey,
    });
  });
  afterEach(() => served.close());

  it('DOKU 1.2/token: is given a token', () => {
    expect(library.tokenB2B).toMatch(/^eyJ/);
    expect(simulator.timeline()).toMatchObject([{ acquirer: 'doku', type: 'token-given' }]);
  });

  it('DOKU 1.2/payment: creates a payment and finds its page', async () => {
    const answer = await library.doPaymentJumpApp(paymentRequest('INV-0001'), ip, 'device123');
    expect(answer).toMatchObject({ responseCode: '2000500', partnerReferenceNo: 'INV-0001' });
    const pageUrl = simulator.doku.payment('INV-0001')?.pageUrl ?? '';
    expect(answer).toHaveProperty('webRedirectUrl', pageUrl);
    expect(pageUrl.startsWith(served.doku)).toBe(true);
    expect(await (await fetch(pageUrl)).text()).toContain('Kopi susu &amp; roti');
  });

  it('DOKU 1.2/status: asks for the status', async () => {
    await library.doPaymentJumpApp(paymentRequest('INV-0002'), ip, 'device123');
    await simulator.doku.customer.pay('INV-0002');
    const status = await library.doCheckStatus(statusRequest('INV-0002'));
    expect(status).toMatchObject({ responseCode: '2005500', latestTransactionStatus: '00' });
  });

  it('DOKU 1.2/refund: refunds', async () => {
    await library.doPaymentJumpApp(paymentRequest('INV-0002'), ip, 'device123');
    await simulator.doku.customer.pay('INV-0002');
    const refund = new RefundRequest('INV-0002', money, 'R-1', undefined, 'Request by Customer', { ...channel });
    const refunded = await library.doRefund(refund, '', ip, 'device123');
    expect(refunded).toMatchObject({ responseCode: '2000700' });
    expect(simulator.doku.payment('INV-0002')).toMatchObject({
      status: '04',
      refunds: [{ reference: 'R-1', amount: 1_000_000 }],
    });
  });

  it('DOKU 1.2/merchant-token: verifies the token request and gives a token', async () => {
    const request = signTestNotification.dokuToken({ url: tokenUrl, credentials: simulator.doku.credentials });
    expect(await (await merchant(request)).json()).toMatchObject({ responseCode: '2007300', tokenType: 'Bearer' });
    const forged = { url: tokenUrl, credentials: simulator.doku.credentials, variant: 'other-key' } as const;
    const refused = await merchant(signTestNotification.dokuToken(forged));
    expect(await refused.json()).toMatchObject({ responseCode: '4017300' });
  });

  it('DOKU 1.2/notification: accepts the notification that follows', async () => {
    simulator.doku.register({ tokenUrl, notificationUrl });
    await library.doPaymentJumpApp(paymentRequest('INV-0003'), ip, 'device123');
    await simulator.doku.customer.pay('INV-0003');
    await simulator.idle();
    expect(simulator.doku.payment('INV-0003')?.deliveries).toMatchObject([{ verdict: 'acknowledged' }]);
    expect(notified).toMatchObject([{ issuer: 'SHOP', clientId: simulator.doku.credentials.clientId }]);
  });
});
