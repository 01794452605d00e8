import { createHash, createHmac, sign } from 'node:crypto';
import type { Acquirer, DokuSandbox, Simulator, SimulatorClock } from '@bayar/simulator';

/** A merchant that signs with code of its own and creates one payment of Rp 25.000. */
export type CreatePayment = (reference: string) => Promise<Response>;

/** Where the merchant hears about its payments; everything is acknowledged. */
export const shop = 'https://shop.example';

const jakarta = (ms: number): string => new Date(ms + 25_200_000).toISOString().slice(0, 19);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Answers every inbound call of the three acquirers as they want it. */
export async function acknowledge(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/token') return Response.json({ accessToken: 'TOKEN', expiresIn: 900 });
  if (pathname !== '/faspay') return Response.json({ responseCode: '2005600' });
  const message: unknown = await request.json();
  return Response.json({ ...(message as object), response_code: '00' });
}

/** The merchant in front of one acquirer. */
export const merchants: Readonly<Record<Acquirer, (simulator: Simulator) => CreatePayment>> = { dana, doku, faspay };

function dana({ dana: sandbox, clock }: Simulator): CreatePayment {
  const path = '/payment-gateway/v1.0/debit/payment-host-to-host.htm';
  const { clientId, merchantId, privateKey } = sandbox.credentials;
  return (reference) => {
    const timestamp = `${jakarta(clock.now())}+07:00`;
    const body = JSON.stringify({
      partnerReferenceNo: reference,
      merchantId,
      amount: { value: '25000.00', currency: 'IDR' },
      urlParams: [
        { url: `${shop}/return`, type: 'PAY_RETURN', isDeeplink: 'N' },
        { url: `${shop}/dana`, type: 'NOTIFICATION', isDeeplink: 'N' },
      ],
      additionalInfo: {
        mcc: '5732',
        order: { orderTitle: 'Kopi', scenario: 'REDIRECT' },
        envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
      },
    });
    const signature = sign('RSA-SHA256', Buffer.from(`POST:${path}:${sha256(body)}:${timestamp}`), privateKey);
    const headers = {
      'Content-Type': 'application/json',
      'X-TIMESTAMP': timestamp,
      'X-SIGNATURE': signature.toString('base64'),
      'X-PARTNER-ID': clientId,
      'X-EXTERNAL-ID': reference,
      'CHANNEL-ID': '95221',
    };
    return sandbox.fetch(`https://api.sandbox.dana.id${path}`, { method: 'POST', headers, body });
  };
}

function doku({ doku: sandbox, clock }: Simulator): CreatePayment {
  const path = '/direct-debit/core/v1/debit/payment-host-to-host';
  const { clientId, secretKey } = sandbox.credentials;
  sandbox.register({ tokenUrl: `${shop}/token`, notificationUrl: `${shop}/doku` });
  const obtainToken = tokensOf(sandbox, clock);
  let externalId = 0;
  return async (reference) => {
    const bearer = await obtainToken();
    const timestamp = `${jakarta(clock.now())}+07:00`;
    const body = JSON.stringify({
      partnerReferenceNo: reference,
      urlParam: [{ url: `${shop}/return`, type: 'PAY_RETURN', isDeepLink: 'N' }],
      amount: { value: '25000.00', currency: 'IDR' },
      additionalInfo: { channel: 'EMONEY_DANA_SNAP', orderTitle: 'Kopi' },
    });
    const text = `POST:${path}:${bearer}:${sha256(body)}:${timestamp}`;
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${bearer}`,
      'X-PARTNER-ID': clientId,
      'X-TIMESTAMP': timestamp,
      'X-EXTERNAL-ID': String(++externalId),
      'X-DEVICE-ID': 'device123',
      'X-SIGNATURE': createHmac('sha512', secretKey).update(text).digest('base64'),
    };
    return sandbox.fetch(`https://api-sandbox.doku.com${path}`, { method: 'POST', headers, body });
  };
}

/** One token for as long as it lives. */
function tokensOf({ credentials, fetch }: DokuSandbox, clock: SimulatorClock): () => Promise<string> {
  const { clientId, merchantPrivateKey } = credentials;
  const url = 'https://api-sandbox.doku.com/authorization/v1/access-token/b2b';
  let token = '';
  let until = 0;
  return async () => {
    if (until > clock.now()) return token;
    const timestamp = `${jakarta(clock.now())}+07:00`;
    const signature = sign('RSA-SHA256', Buffer.from(`${clientId}|${timestamp}`), merchantPrivateKey);
    const headers = {
      'Content-Type': 'application/json',
      'X-CLIENT-KEY': clientId,
      'X-TIMESTAMP': timestamp,
      'X-SIGNATURE': signature.toString('base64'),
    };
    const response = await fetch(url, { method: 'POST', headers, body: '{"grantType":"client_credentials"}' });
    const answer = (await response.json()) as { accessToken: string };
    token = answer.accessToken;
    until = clock.now() + 800_000;
    return token;
  };
}

function faspay({ faspay: sandbox, clock }: Simulator): CreatePayment {
  const { merchantId, merchantName, userId, password } = sandbox.credentials;
  sandbox.register({ notificationUrl: `${shop}/faspay`, returnUrl: `${shop}/return` });
  return (reference) => {
    const md5 = createHash('md5').update(`${userId}${password}${reference}`).digest('hex');
    const body = JSON.stringify({
      request: 'Post Data Transaction',
      merchant_id: merchantId,
      merchant: merchantName,
      bill_no: reference,
      bill_date: jakarta(clock.now()).replace('T', ' '),
      bill_expired: jakarta(clock.now() + 3_600_000).replace('T', ' '),
      bill_desc: 'Kopi',
      bill_currency: 'IDR',
      bill_total: '2500000',
      payment_channel: '819',
      pay_type: '01',
      cust_no: '1',
      cust_name: 'Sophia Utami',
      msisdn: '8562927907',
      email: 'sophia@example.com',
      terminal: '10',
      item: [{ product: 'Kopi', qty: '1', amount: '2500000', payment_plan: '01', tenor: '00' }],
      signature: createHash('sha1').update(md5).digest('hex'),
    });
    return sandbox.fetch('https://debit-sandbox.faspay.co.id/cvr/300011/10', { method: 'POST', body });
  };
}
