import { describe, expect, it } from 'vitest';
import type { FaspaySettings } from '../../src/index.ts';
import { account, createMerchant, jakarta, minute, paths, postOf, refusalCode, signature, start } from './merchant.ts';
import type { Members } from './merchant.ts';

const day = 24 * 60 * minute;
const item = { product: 'Kopi', qty: '1', amount: '100000' };

describe('a post refused for what it says', () => {
  const cases: Record<string, [code: string, changes: Members]> = {
    'FASPAY 13.4: has a missing customer name': ['83', { cust_name: undefined }],
    'FASPAY 13.4: has an empty e-mail': ['83', { email: '' }],
    'FASPAY 13.8: has no item': ['83', { item: undefined }],
    'FASPAY 13.4: has several fields missing': ['85', { email: undefined, msisdn: undefined }],
    'FASPAY 13.8: has an item without a product': ['83', { item: [{ amount: '100000' }] }],
    'FASPAY 13.8: has an empty list of items': ['30', { item: [] }],
    'FASPAY 13.8: has an item that is a text': ['30', { item: 'Kopi' }],
    'FASPAY 13.4: has a total that is a number': ['30', { bill_total: 200000 }],
    'FASPAY 13.9: has a bill number of 33 letters': ['30', { bill_no: 'A'.repeat(33) }],
    'FASPAY 13.9: has a bill number with a slash': ['30', { bill_no: 'A/1' }],
    'FASPAY 13.4: has a description of 129 letters': ['30', { bill_desc: 'x'.repeat(129) }],
    'FASPAY 13.4: has a phone number with a plus': ['30', { msisdn: '+628562927907' }],
    'FASPAY 13.7: has a date with a T': ['30', { bill_date: '2026-01-02T18:00:00' }],
    'FASPAY 13.7: has a date with a zone': ['30', { bill_date: '2026-01-02 18:00:00+07:00' }],
    'FASPAY 13.7: has the hour 24': ['30', { bill_date: '2026-01-01 24:00:00' }],
    'FASPAY 13.4: has another merchant': ['03', { merchant_id: '54321' }],
    'FASPAY 13.4: has a channel the merchant does not have': ['40', { payment_channel: '402' }],
    'FASPAY 13.4: has instalments': ['40', { pay_type: '02' }],
    'FASPAY 13.6: has a total with a dot': ['13', { bill_total: '2000.00' }],
    'FASPAY 13.6: has a total with a comma': ['13', { bill_total: '200,000' }],
    'FASPAY 13.6: has a negative total': ['13', { bill_total: '-200000' }],
    'FASPAY 13.6: has a total of nothing': ['13', { bill_gross: '0', bill_miscfee: '0', bill_total: '0' }],
    'FASPAY 13.6: has a total of 16 digits': ['13', { bill_gross: '', bill_total: '1000000000000000' }],
    'FASPAY 13.6: has a fraction of a rupiah': ['13', { bill_gross: '', bill_total: '200050' }],
    'FASPAY 13.6: has parts that do not add up': ['13', { bill_tax: '100' }],
    'FASPAY 13.6: has an item amount with a dot': ['13', { item: { ...item, amount: '1000.00' } }],
    'FASPAY 13.6: has another currency': ['30', { bill_currency: 'USD' }],
    'FASPAY 13.7: has an expiry before the date': ['30', { bill_expired: jakarta(start - 1000) }],
    'FASPAY 13.7: has an expiry equal to the date': ['30', { bill_expired: jakarta(start) }],
    'FASPAY 13.7: has an expiry after thirty days': ['30', { bill_expired: jakarta(start + 30 * day + 1000) }],
    'FASPAY 13.7: has dates written in UTC': [
      '54',
      { bill_date: '2026-01-02 11:00:00', bill_expired: '2026-01-02 12:00:00' },
    ],
  };

  it.each(Object.entries(cases))('%s', async (_name, [code, changes]) => {
    const merchant = createMerchant();
    expect(refusalCode(await merchant.post('INV1', changes))).toBe(code);
    expect(merchant.faspay.payments()).toEqual([]);
  });

  const bodies: Record<string, string> = {
    'no JSON': 'merchant_id=12345',
    empty: '',
    'a list': '[]',
    'cut short': JSON.stringify(postOf('INV1', start)).slice(0, -1),
  };
  it.each(Object.entries(bodies))('FASPAY 13.1: is %s', async (_name, body) => {
    expect(refusalCode(await createMerchant().call(paths.post, body))).toBe('30');
  });
});

describe('a refusal', () => {
  it('FASPAY 13.2: comes with HTTP 200 inside response_error', async () => {
    const { faspay } = createMerchant();
    const response = await faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', body: '{' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      response_error: { response_code: '30', response_desc: 'Format Error: JSON' },
    });
  });

  it('FASPAY 13.2: is flat when told', async () => {
    const reply = await createMerchant({ errorShape: 'flat' }).post('B1', { signature: 'x' });
    expect(reply).toEqual({
      response: 'Transmisi Info Detil Pembelian',
      merchant_id: '12345',
      response_code: '55',
      response_desc: 'Incorrect User/Password',
    });
  });

  it('looks for missing fields before signatures, and for signatures before amounts', async () => {
    const merchant = createMerchant();
    expect(refusalCode(await merchant.post('B1', { email: '', signature: 'x', bill_total: '1' }))).toBe('83');
    expect(refusalCode(await merchant.post('B1', { merchant_id: '54321', signature: 'x' }))).toBe('03');
    expect(refusalCode(await merchant.post('B1', { signature: 'x', bill_total: '1' }))).toBe('55');
  });

  const settings: [string, FaspaySettings, Members][] = [
    ['63', { merchantActive: false }, {}],
    ['56', { callerAddresses: ['203.0.113.7'] }, {}],
    ['82', { channelRefusal: '82' }, { payment_channel: '402' }],
    ['84', { unregisteredParameters: 'refused' }, { payment_plant: '01' }],
    ['30', { contentType: 'json' }, {}],
  ];
  it.each(settings)(
    'FASPAY 13.4: carries %s where the account or the sandbox says so',
    async (code, chosen, changes) => {
      expect(refusalCode(await createMerchant(chosen).post('B1', changes))).toBe(code);
    },
  );

  it('FASPAY 13.4: names the first of everything wrong, in order', async () => {
    const settings = { merchantActive: true, callerAddresses: ['203.0.113.7'] };
    const mended: [code: string, changes: Members, settings?: FaspaySettings][] = [
      ['85', {}],
      ['83', { email: 'sophia@example.com' }],
      ['30', { msisdn: '8562927907' }],
      ['03', { bill_desc: 'Kopi' }],
      ['63', { merchant_id: account.merchantId }, { ...settings, merchantActive: false }],
      ['56', {}],
      ['55', {}, { merchantActive: true }],
      ['40', { signature: signature('INV1') }, {}],
      ['13', { payment_channel: '819' }, {}],
      ['54', { bill_total: '200000' }, {}],
      ['00', { bill_date: jakarta(start), bill_expired: jakarta(start + minute) }, {}],
    ];
    let changes: Members = {
      email: '',
      msisdn: '',
      bill_desc: 'x'.repeat(129),
      merchant_id: '54321',
      signature: 'x',
      payment_channel: '402',
      bill_total: '1',
      bill_date: jakarta(start - 2 * minute),
      bill_expired: jakarta(start - minute),
    };
    for (const [code, mending, chosen = settings] of mended) {
      changes = { ...changes, ...mending };
      const reply = await createMerchant(chosen).post('INV1', changes);
      expect(refusalCode(reply) ?? reply['response_code']).toBe(code);
    }
  });

  it('FASPAY 13.1: reads JSON under any content type, unless told to be strict', async () => {
    for (const [contentType, code] of [
      ['any', '00'],
      ['json', '30'],
    ] as const) {
      const { faspay } = createMerchant({ contentType });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const body = JSON.stringify(postOf('B1', start));
      const response = await faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', headers, body });
      const reply = (await response.json()) as Members;
      expect(refusalCode(reply) ?? reply['response_code']).toBe(code);
    }
  });

  it('FASPAY 13.4: spares a caller from a listed address', async () => {
    const { faspay } = createMerchant({ callerAddresses: ['203.0.113.7'], contentType: 'json' });
    const headers = { 'x-forwarded-for': '203.0.113.7', 'content-type': 'application/json; charset=utf-8' };
    const body = JSON.stringify(postOf('B1', start));
    const response = await faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ response_code: '00' });
  });

  it('FASPAY 13.1: answers other methods with 405 and other paths with 404', async () => {
    const { faspay } = createMerchant();
    expect((await faspay.fetch(`https://x.example${paths.post}`)).status).toBe(405);
    expect((await faspay.fetch('https://x.example/cvr/300011/100', { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await faspay.fetch(`https://x.example${paths.post}/`, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});
