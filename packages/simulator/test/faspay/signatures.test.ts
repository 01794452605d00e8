import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sign } from '../../src/faspay/signature.ts';
import vectors from '../vectors/faspay.json' with { type: 'json' };
import { createMerchant, paths, refusalCode, signature } from './merchant.ts';

describe('a signature', () => {
  it.each(vectors.vectors)('FASPAY 13.26: is $signature for $id', (vector) => {
    const { user_id: userId, password, ...signed } = vector.inputs;
    expect(sign({ userId, password }, ...Object.values(signed))).toBe(vector.signature);
  });

  it('FASPAY 13.5: is accepted for every recorded post', async () => {
    for (const { inputs, signature: recorded, call } of vectors.vectors) {
      if (call !== 'post_data' || inputs.bill_no === undefined) continue;
      const merchant = createMerchant({ userId: inputs.user_id, password: inputs.password });
      const reply = await merchant.post(inputs.bill_no, { signature: recorded });
      expect(reply['response_code']).toBe('00');
    }
  });

  it('is accepted for the recorded channel inquiries and answered with DANA', async () => {
    for (const { inputs, signature: recorded, call } of vectors.vectors) {
      if (call !== 'channel_inquiry') continue;
      const merchant = createMerchant({ userId: inputs.user_id, password: inputs.password });
      const reply = await merchant.call(paths.channels, { merchant_id: '12345', signature: recorded });
      expect(reply).toMatchObject({ response_code: '00', payment_channel: [{ pg_code: '819', pg_name: 'DANA' }] });
    }
  });

  it('is accepted for the recorded inquiry', async () => {
    const merchant = createMerchant({ userId: 'bot98765', password: 'p@ssw0rd' });
    const recorded = 'b03951a6051dfa90894eea48ccb964619e8b3474';
    const posted = await merchant.post('9988776655', { signature: recorded });
    const reply = await merchant.inquire('9988776655', posted['trx_id'], { signature: recorded });
    expect(reply['response_code']).toBe('00');
  });

  it('is the recorded one on a notification of each status', async () => {
    const merchant = createMerchant();
    await merchant.post('INV20260102A001');
    const kinds = { '0': 'unprocessed', '2': 'paid', '4': 'reversed', '7': 'expired' } as const;
    for (const [status, kind] of Object.entries(kinds)) {
      const recorded = vectors.vectors.find(({ id }) => id === `syn-notification-${status}`)?.signature;
      const sent = (await merchant.faspay.forge(kind, 'INV20260102A001').json()) as Record<string, unknown>;
      expect(sent['signature']).toBe(recorded);
    }
  });
});

describe('a request refused for its signature', () => {
  const billNo = 'INV20260102A001';
  const right = signature(billNo);
  const rawMd5 = createHash('md5').update(`bot12345s1mul@tor-Secret${billNo}`).digest();
  const cases: Record<string, string> = {
    'of another bill': signature('INV20260102A002'),
    'over other letters than were sent': signature(billNo.toLowerCase()),
    'in upper-case hex': right.toUpperCase(),
    'in base64': Buffer.from(right, 'hex').toString('base64'),
    'cut short': right.slice(0, -1),
    'with one digit changed': `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`,
    'over the channel inquiry alone': signature(),
    'of a notification about the bill': signature(billNo, '2'),
    'with another password': sign({ userId: 'bot12345', password: 'S1mul@tor-Secret' }, billNo),
    'of another user': sign({ userId: 'bot54321', password: 's1mul@tor-Secret' }, billNo),
    'over the raw MD5, not its hex text': createHash('sha1').update(rawMd5).digest('hex'),
  };

  it.each(Object.entries(cases))('FASPAY 13.5: carries one %s', async (_name, wrong) => {
    const merchant = createMerchant();
    expect(refusalCode(await merchant.post(billNo, { signature: wrong }))).toBe('55');
    expect(merchant.faspay.payments()).toEqual([]);
  });

  it('FASPAY 13.5: changed its bill number after signing', async () => {
    const merchant = createMerchant();
    expect(refusalCode(await merchant.post('INV20260102A009', { signature: right }))).toBe('55');
  });

  it('is an inquiry or a cancel signed for another bill', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    const wrong = { signature: signature('INV20260102A002') };
    expect(refusalCode(await merchant.inquire(billNo, trxId, wrong))).toBe('55');
    expect(refusalCode(await merchant.cancel(billNo, trxId, wrong))).toBe('55');
    expect(merchant.faspay.payment(billNo)?.status).toBe('0');
  });
});

describe('what a signature does not cover', () => {
  it('lets an amount changed after signing pass, as Faspay does', async () => {
    const merchant = createMerchant();
    const cheaper = { bill_gross: '100', bill_miscfee: '', bill_total: '100' };
    expect((await merchant.post('B1', cheaper))['response_code']).toBe('00');
  });
});
