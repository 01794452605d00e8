import { describe, expect, it } from 'vitest';
import { createSimulator, virtualClock } from '../../src/index.ts';
import { acknowledge } from './merchant.ts';
import type { Members } from './merchant.ts';

/** The guide's own merchant and moment, and its placeholder password. */
const merchant = { merchant_id: '99999', merchant: 'Sophia Store' };
const bill = '20201222023626';
const recorded = '7ad74a4aa1c86aeb1308ea5c44e4aa0f4d6ed4e7';
const notifyUrl = 'https://shop.example/notify';

/** The guide's post, letter for letter. */
const post = {
  request: 'Post Data Transaction',
  ...merchant,
  bill_no: bill,
  bill_reff: bill,
  bill_date: '2020-12-22 02:36:26',
  bill_expired: '2020-12-22 03:36:26',
  bill_desc: 'Invoice #2286704',
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
  item: {
    id: 'A001',
    product: 'Invoice #2286704',
    qty: '1',
    amount: '100000',
    payment_plan: '01',
    merchant_id: '99999',
    tenor: '00',
  },
  signature: recorded,
};

function open(account: { merchantId: string; userId: string } = { merchantId: '99999', userId: 'bot99999' }) {
  const received: Members[] = [];
  const simulator = createSimulator({
    clock: virtualClock(Date.parse('2020-12-22T02:36:26+07:00')),
    faspay: { ...account, merchantName: merchant.merchant, password: 'p@ssw0rd' },
    async send(request) {
      const text = await request.text();
      received.push(JSON.parse(text) as Members);
      return acknowledge(text);
    },
  });
  simulator.faspay.register({ notificationUrl: notifyUrl, returnUrl: 'https://shop.example/return' });
  const call = async (path: string, members: Members) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(members) };
    return (await (await simulator.faspay.fetch(`https://debit-sandbox.faspay.co.id${path}`, init)).json()) as Members;
  };
  return { ...simulator, received, call };
}

/** The guide's bill, posted. */
async function posted() {
  const opened = open();
  const reply = await opened.call('/cvr/300011/10', post);
  return {
    ...opened,
    reply,
    known: { merchant_id: '99999', bill_no: bill, trx_id: reply['trx_id'], signature: recorded },
  };
}

describe('a raw request, as Faspay documents it', () => {
  it('FASPAY 2.2/channel-inquiry: lists DANA', async () => {
    const { call } = open({ merchantId: '31019', userId: 'bot31019' });
    const signature = '18a157f7dd95df490f28d62e3ec7bf5bb9911be1';
    const reply = await call('/cvr/100001/10', { request: 'Daftar Payment Channel', merchant_id: '31019', signature });
    expect(reply).toMatchObject({ response_code: '00', payment_channel: [{ pg_code: '819', pg_name: 'DANA' }] });
  });

  it('FASPAY 2.2/post-data: opens the bill and answers with the redirect URL of the guide', async () => {
    const { reply } = await posted();
    expect(reply).toMatchObject({ ...merchant, bill_no: bill, response_code: '00', trx_id: '9999981900000001' });
    expect(reply['redirect_url']).toBe(
      `https://dev.faspay.co.id/pws/100003/0830000010100000/${recorded}?trx_id=9999981900000001&merchant_id=99999&bill_no=${bill}`,
    );
  });

  it('FASPAY 2.4/redirect: shows the bill to the browser', async () => {
    const { reply, faspay } = await posted();
    const page = await faspay.fetch(String(reply['redirect_url']));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Invoice #2286704')]);
  });

  it('FASPAY 2.2/inquiry: tells the status', async () => {
    const { call, known } = await posted();
    const reply = await call('/cvr/100004/10', { request: 'Pengecekan Status Pembayaran', ...known });
    expect(reply).toMatchObject({ payment_status_code: '0', payment_total: '', response_code: '00' });
  });

  it('FASPAY 2.2/cancel: cancels', async () => {
    const { call, known } = await posted();
    const cancel = { request: 'Canceling Payment', ...merchant, ...known, payment_cancel: 'customer changed mind' };
    expect(await call('/cvr/100005/10', cancel)).toMatchObject({ payment_status_code: '8', response_code: '00' });
  });

  it('FASPAY 8.1/notification: is acknowledged as the reference says', async () => {
    const { faspay, received, idle } = await posted();
    await faspay.customer.pay(bill);
    await idle();
    expect(received).toMatchObject([{ request: 'Payment Notification', bill_no: bill, payment_status_code: '2' }]);
    expect(faspay.payment(bill)?.deliveries).toMatchObject([{ verdict: 'acknowledged' }]);
  });

  it('FASPAY 8.2/return: sends the browser back with the parameters of the guide', async () => {
    const { faspay } = await posted();
    const { returnTo } = await faspay.customer.abandon(bill);
    const names = [
      'trx_id',
      'merchant_id',
      'merchant',
      'bill_no',
      'bill_ref',
      'bill_total',
      'bank_user_name',
      'status',
    ];
    expect([...new URL(returnTo).searchParams.keys()]).toEqual([...names, 'signature']);
  });
});
