import { createHash } from 'node:crypto';
import { createSimulator, virtualClock } from '../../src/index.ts';
import type { FaspayRegistration, FaspaySettings, SandboxFetch } from '../../src/index.ts';

export const start = Date.parse('2026-01-02T18:00:00+07:00');
export const minute = 60_000;
export const account = {
  merchantId: '12345',
  merchantName: 'Example Store',
  userId: 'bot12345',
  password: 's1mul@tor-Secret',
};
export const paths = {
  channels: '/cvr/100001/10',
  post: '/cvr/300011/10',
  inquiry: '/cvr/100004/10',
  cancel: '/cvr/100005/10',
};
export const notificationUrl = 'https://shop.example/faspay/notify';
export const returnUrl = 'https://shop.example/faspay/return';

export type Members = Record<string, unknown>;
const hex = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

/** The merchant's own reading of the signature. */
export const signature = (...values: string[]) =>
  hex('sha1', hex('md5', `${account.userId}${account.password}${values.join('')}`));

/** Jakarta's wall clock, as a merchant writes it. */
export const jakarta = (ms: number) => new Date(ms + 25_200_000).toISOString().slice(0, 19).replace('T', ' ');

export interface Received {
  readonly contentType: string | null;
  readonly text: string;
}

/** A complete and correct post of Rp 2.000. */
export function postOf(billNo: string, now: number, changes: Members = {}): Members {
  return {
    request: 'Post Data Transaction',
    merchant_id: account.merchantId,
    merchant: account.merchantName,
    bill_no: billNo,
    bill_date: jakarta(now),
    bill_expired: jakarta(now + 60 * minute),
    bill_desc: 'Kopi susu',
    bill_currency: 'IDR',
    bill_gross: '100000',
    bill_miscfee: '100000',
    bill_total: '200000',
    payment_channel: '819',
    pay_type: '01',
    cust_no: '1',
    cust_name: 'Sophia Utami',
    msisdn: '8562927907',
    email: 'sophia@example.com',
    terminal: '10',
    item: [{ product: 'Kopi susu', qty: '1', amount: '100000', payment_plan: '01', tenor: '00' }],
    signature: signature(billNo),
    ...changes,
  };
}

/** The acknowledgement Faspay wants for a JSON notification. */
export function acknowledge(text: string, changes: Members = {}): Response {
  const { trx_id, bill_no } = JSON.parse(text) as Members;
  return Response.json({ response: 'Payment Notification', trx_id, bill_no, response_code: '00', ...changes });
}

/** Calls one API path as a merchant's client does. */
export async function callApi(fetch: SandboxFetch, path: string, members: Members | string): Promise<Members> {
  const body = typeof members === 'string' ? members : JSON.stringify(members);
  const response = await fetch(`https://debit-sandbox.faspay.co.id${path}`, { method: 'POST', body });
  return (await response.json()) as Members;
}

/** A merchant in front of a simulator whose clock stands still. Its answer to notifications can be replaced. */
export function createMerchant(settings: FaspaySettings = {}, registration: Partial<FaspayRegistration> = {}) {
  const received: Received[] = [];
  const inbox = { received, respond: (text: string): Response | Promise<Response> => acknowledge(text) };
  const simulator = createSimulator({
    clock: virtualClock(start),
    faspay: { ...account, ...settings },
    async send(request) {
      const text = await request.text();
      received.push({ contentType: request.headers.get('content-type'), text });
      return inbox.respond(text);
    },
  });
  const { faspay, clock } = simulator;
  faspay.register({ notificationUrl, returnUrl, ...registration });
  const call = (path: string, members: Members | string) => callApi(faspay.fetch, path, members);
  const signed = (billNo: string) => ({
    merchant_id: account.merchantId,
    bill_no: billNo,
    signature: signature(billNo),
  });

  return {
    simulator,
    faspay,
    inbox,
    call,
    post: (billNo: string, changes?: Members) => call(paths.post, postOf(billNo, clock.now(), changes)),
    inquire: (billNo: string, trxId: unknown, changes?: Members) =>
      call(paths.inquiry, { ...signed(billNo), trx_id: trxId, ...changes }),
    cancel: (billNo: string, trxId: unknown, changes?: Members) =>
      call(paths.cancel, { ...signed(billNo), trx_id: trxId, payment_cancel: 'customer changed mind', ...changes }),
    notifications: () => received.map(({ text }) => JSON.parse(text) as Members),
  };
}

/** A merchant whose customer has paid one bill and who has been told. */
export async function createPaidMerchant(billNo: string, settings: FaspaySettings = {}) {
  const merchant = createMerchant(settings);
  await merchant.post(billNo);
  await merchant.faspay.customer.pay(billNo);
  await merchant.simulator.idle();
  return merchant;
}

/** The code of a refusal in the nested shape. */
export function refusalCode(reply: Members): unknown {
  return (reply['response_error'] as Members | undefined)?.['response_code'];
}
