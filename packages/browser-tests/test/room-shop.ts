import { createHash, createHmac, sign } from 'node:crypto';
import { createSimulator, virtualClock, type ServedSimulator, type Simulator } from '@bayar/simulator';

export const start = Date.parse('2026-01-02T10:00:00+07:00');

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const jakarta = (ms: number) => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19);
const shop = 'http://shop.test/pay';

/** A merchant who pays through the simulator, signing by hand; and who can be told not to acknowledge. */
export interface RoomShop {
  readonly simulator: Simulator;
  readonly served: ServedSimulator;
  /** What the merchant answers to notifications from now on. */
  answer: (request: Request) => Response;
  /** `sent` is the body when it is not the one that was signed. */
  readonly payDana: (reference: string, rupiah: number, sent?: (body: string) => string) => Promise<void>;
  readonly payDoku: (reference: string, rupiah: number, token?: (token: string) => string) => Promise<void>;
  readonly payFaspay: (reference: string, rupiah: number) => Promise<void>;
}

/** Opens it on free ports, its clock at a moment that makes screenshots repeatable. */
export async function openRoomShop(): Promise<RoomShop> {
  const simulator = createSimulator({
    clock: virtualClock(start),
    send: (request) => Promise.resolve(room.answer(request)),
  });
  const served = await simulator.listen();
  simulator.faspay.register({ notificationUrl: `${shop}/faspay/notify`, returnUrl: `${shop}/faspay/return` });
  simulator.doku.register({ tokenUrl: `${shop}/doku/token`, notificationUrl: `${shop}/doku/notify` });
  const room: RoomShop = {
    simulator,
    served,
    answer: acknowledge,
    payDana: (reference, rupiah, sent) => payDana(simulator, served, danaOrder(simulator, reference, rupiah), sent),
    payDoku: (reference, rupiah, token) => payDoku(simulator, served, dokuOrder(reference, rupiah), token),
    payFaspay: (reference, rupiah) => payFaspay(simulator, served, reference, rupiah),
  };
  return room;
}

/** Says what each acquirer wants to hear. */
function acknowledge(request: Request): Response {
  if (request.url.endsWith('/doku/token')) return Response.json({ accessToken: 'merchant-token', expiresIn: 900 });
  return Response.json({ responseCode: '2005600', responseMessage: 'Successful' });
}

function danaOrder({ dana, clock }: Simulator, partnerReferenceNo: string, rupiah: number) {
  return JSON.stringify({
    partnerReferenceNo,
    merchantId: dana.credentials.merchantId,
    amount: { value: `${rupiah}.00`, currency: 'IDR' },
    validUpTo: `${jakarta(clock.now() + 1_500_000)}+07:00`,
    urlParams: [
      { url: `${shop}/dana/return`, type: 'PAY_RETURN', isDeeplink: 'N' },
      { url: `${shop}/dana/notify`, type: 'NOTIFICATION', isDeeplink: 'N' },
    ],
    additionalInfo: {
      mcc: '5732',
      order: { orderTitle: 'Kopi susu', scenario: 'REDIRECT' },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
    },
  });
}

async function payDana(
  { dana, clock }: Simulator,
  served: ServedSimulator,
  body: string,
  sent: (body: string) => string = (text) => text,
): Promise<void> {
  const path = '/payment-gateway/v1.0/debit/payment-host-to-host.htm';
  const timestamp = `${jakarta(clock.now())}+07:00`;
  const toSign = `POST:${path}:${sha256(body)}:${timestamp}`;
  const headers = {
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-signature': sign('RSA-SHA256', Buffer.from(toSign), dana.credentials.privateKey).toString('base64'),
    'x-partner-id': dana.credentials.clientId,
    'x-external-id': sha256(body).replace(/\D/g, '').slice(0, 20),
    'channel-id': '95221',
  };
  await fetch(`${served.dana}${path}`, { method: 'POST', headers, body: sent(body) });
}

function dokuOrder(partnerReferenceNo: string, rupiah: number): string {
  return JSON.stringify({
    partnerReferenceNo,
    urlParam: [{ url: `${shop}/doku/return`, type: 'PAY_RETURN', isDeepLink: 'N' }],
    amount: { value: `${rupiah}.00`, currency: 'IDR' },
    additionalInfo: { channel: 'EMONEY_DANA_SNAP', orderTitle: 'Kopi susu' },
  });
}

async function payDoku(
  { doku, clock }: Simulator,
  served: ServedSimulator,
  body: string,
  signed: (token: string) => string = (token) => token,
): Promise<void> {
  const { clientId, secretKey, merchantPrivateKey } = doku.credentials;
  const timestamp = `${jakarta(clock.now())}+07:00`;
  const given = await fetch(`${served.doku}/authorization/v1/access-token/b2b`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-client-key': clientId,
      'x-timestamp': timestamp,
      'x-signature': sign('RSA-SHA256', Buffer.from(`${clientId}|${timestamp}`), merchantPrivateKey).toString('base64'),
    },
    body: '{"grantType":"client_credentials"}',
  });
  const { accessToken } = (await given.json()) as { accessToken: string };
  const path = '/direct-debit/core/v1/debit/payment-host-to-host';
  const toSign = `POST:${path}:${signed(accessToken)}:${sha256(body)}:${timestamp}`;
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${accessToken}`,
    'x-partner-id': clientId,
    'x-timestamp': timestamp,
    'x-external-id': sha256(body).replace(/\D/g, '').slice(0, 20),
    'x-signature': createHmac('sha512', secretKey).update(toSign).digest('base64'),
  };
  await fetch(`${served.doku}${path}`, { method: 'POST', headers, body });
}

async function payFaspay(
  { faspay, clock }: Simulator,
  served: ServedSimulator,
  billNo: string,
  rupiah: number,
): Promise<void> {
  const { merchantId, merchantName, userId, password } = faspay.credentials;
  const md5 = createHash('md5').update(`${userId}${password}${billNo}`).digest('hex');
  const total = String(rupiah * 100);
  const bill = {
    request: 'Post Data Transaction',
    merchant_id: merchantId,
    merchant: merchantName,
    bill_no: billNo,
    bill_date: jakarta(clock.now()).replace('T', ' '),
    bill_expired: jakarta(clock.now() + 3_600_000).replace('T', ' '),
    bill_desc: 'Kopi susu',
    bill_currency: 'IDR',
    bill_total: total,
    payment_channel: '819',
    pay_type: '01',
    cust_no: '1',
    cust_name: 'Sophia Utami',
    msisdn: '628562927907',
    email: 'sophia@example.com',
    terminal: '10',
    item: [{ product: 'Kopi susu', qty: '1', amount: total, payment_plan: '01', tenor: '00' }],
    signature: createHash('sha1').update(md5).digest('hex'),
  };
  await fetch(`${served.faspay}/cvr/300011/10`, { method: 'POST', body: JSON.stringify(bill) });
}
