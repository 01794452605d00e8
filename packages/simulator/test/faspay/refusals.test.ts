import { describe, expect, it } from 'vitest';
import type { FaspaySettings } from '../../src/index.ts';
import { createMerchant, jakarta, minute, paths, postOf, refusalCode, start } from './merchant.ts';
import type { Members } from './merchant.ts';

const day = 24 * 60 * minute;
const item = { product: 'Kopi', qty: '1', amount: '100000' };

describe('a post refused for what it says', () => {
  const cases: Record<string, [code: string, changes: Members]> = {
    'a missing customer name': ['83', { cust_name: undefined }],
    'an empty e-mail': ['83', { email: '' }],
    'no item': ['83', { item: undefined }],
    'several fields missing': ['85', { email: undefined, msisdn: undefined }],
    'an item without a product': ['83', { item: [{ amount: '100000' }] }],
    'an empty list of items': ['30', { item: [] }],
    'an item that is a text': ['30', { item: 'Kopi' }],
    'a total that is a number': ['30', { bill_total: 200000 }],
    'a bill number of 33 letters': ['30', { bill_no: 'A'.repeat(33) }],
    'a bill number with a slash': ['30', { bill_no: 'A/1' }],
    'a description of 129 letters': ['30', { bill_desc: 'x'.repeat(129) }],
    'a phone number with a plus': ['30', { msisdn: '+628562927907' }],
    'a date with a T': ['30', { bill_date: '2026-01-02T18:00:00' }],
    'a date with a zone': ['30', { bill_date: '2026-01-02 18:00:00+07:00' }],
    'the hour 24': ['30', { bill_date: '2026-01-01 24:00:00' }],
    'another merchant': ['03', { merchant_id: '54321' }],
    'a channel the merchant does not have': ['40', { payment_channel: '402' }],
    instalments: ['40', { pay_type: '02' }],
    'a total with a dot': ['13', { bill_total: '2000.00' }],
    'a total with a comma': ['13', { bill_total: '200,000' }],
    'a negative total': ['13', { bill_total: '-200000' }],
    'a total of nothing': ['13', { bill_gross: '0', bill_miscfee: '0', bill_total: '0' }],
    'a total of 16 digits': ['13', { bill_gross: '', bill_total: '1000000000000000' }],
    'a fraction of a rupiah': ['13', { bill_gross: '', bill_total: '200050' }],
    'parts that do not add up': ['13', { bill_tax: '100' }],
    'an item amount with a dot': ['13', { item: { ...item, amount: '1000.00' } }],
    'another currency': ['30', { bill_currency: 'USD' }],
    'an expiry before the date': ['30', { bill_expired: jakarta(start - 1000) }],
    'an expiry equal to the date': ['30', { bill_expired: jakarta(start) }],
    'an expiry after thirty days': ['30', { bill_expired: jakarta(start + 30 * day + 1000) }],
    'dates written in UTC': ['54', { bill_date: '2026-01-02 11:00:00', bill_expired: '2026-01-02 12:00:00' }],
  };

  it.each(Object.entries(cases))('has %s', async (_name, [code, changes]) => {
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
  it.each(Object.entries(bodies))('is %s', async (_name, body) => {
    expect(refusalCode(await createMerchant().call(paths.post, body))).toBe('30');
  });
});

describe('a refusal', () => {
  it('comes with HTTP 200 inside response_error', async () => {
    const { faspay } = createMerchant();
    const response = await faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', body: '{' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      response_error: { response_code: '30', response_desc: 'Format Error: JSON' },
    });
  });

  it('is flat when told', async () => {
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
  it.each(settings)('carries %s where the account or the sandbox says so', async (code, chosen, changes) => {
    expect(refusalCode(await createMerchant(chosen).post('B1', changes))).toBe(code);
  });

  it('spares a caller from a listed address', async () => {
    const { faspay } = createMerchant({ callerAddresses: ['203.0.113.7'], contentType: 'json' });
    const headers = { 'x-forwarded-for': '203.0.113.7', 'content-type': 'application/json; charset=utf-8' };
    const body = JSON.stringify(postOf('B1', start));
    const response = await faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ response_code: '00' });
  });

  it('answers other methods with 405 and other paths with 404', async () => {
    const { faspay } = createMerchant();
    expect((await faspay.fetch(`https://x.example${paths.post}`)).status).toBe(405);
    expect((await faspay.fetch('https://x.example/cvr/300011/100', { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await faspay.fetch(`https://x.example${paths.post}/`, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});
