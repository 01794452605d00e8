import { reveal, rupiah } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { gatewayAnswering, offline, signatureOf } from '../merchant.ts';
import { open } from '../world.ts';

const DANA = { pg_code: '819', pg_name: 'DANA' };
const listed = {
  response: 'List Payment Channel',
  merchant_id: '12345',
  merchant: 'Example Store',
  payment_channel: [{ pg_code: '402', pg_name: 'Permata Virtual Account' }, DANA],
  response_code: '00',
  response_desc: 'Sukses',
};

describe('the ways of paying', () => {
  it('are asked for with the signature of the account, which covers no bill', async () => {
    const { gateway, sent } = gatewayAnswering(listed);
    await gateway.listMethods(rupiah(25_000));
    expect(sent).toEqual([
      {
        url: 'https://debit-sandbox.faspay.co.id/cvr/100001/10',
        body: {
          request: 'Request List of Payment Gateway',
          merchant_id: '12345',
          merchant: 'Example Store',
          signature: signatureOf(''),
        },
      },
    ]);
  });

  it('are DANA where it is enabled, and none of what cannot be paid with here', async () => {
    const reading = await gatewayAnswering(listed).gateway.listMethods(rupiah(25_000));
    expect(reading).toEqual({ kind: 'found', value: [{ id: '819', name: 'DANA' }] });
    expect(reading.kind === 'found' && reveal(reading.value)).toEqual(listed);
  });

  it.each([
    ['another channel', [{ pg_code: '402', pg_name: 'Permata' }]],
    ['no channel', []],
  ])('are none where %s is enabled', async (_, payment_channel) => {
    const { gateway } = gatewayAnswering({ ...listed, payment_channel });
    expect(await gateway.listMethods(rupiah(25_000))).toEqual({ kind: 'found', value: [] });
  });

  it('are read with codes that are numbers', async () => {
    const { gateway } = gatewayAnswering({ ...listed, payment_channel: [{ pg_code: 819, pg_name: 'DANA' }] });
    expect(await gateway.listMethods(rupiah(1))).toMatchObject({ value: [{ id: '819' }] });
  });

  it.each([
    ['mismatch', { ...listed, merchant_id: '54321' }],
    ['unreadable-answer', { ...listed, payment_channel: undefined }],
    ['unreadable-answer', { ...listed, payment_channel: DANA }],
    ['unreadable-answer', 'Sedang dalam pemeliharaan'],
    ['authentication', { response_error: { response_code: '55', response_desc: '' } }],
    ['merchant-not-ready', { response_code: '03' }],
    ['acquirer-error', { response_code: '66' }],
    ['unlisted-code', { response_code: '77' }],
  ])('are unavailable because of %s', async (because, answer) => {
    const { gateway } = gatewayAnswering(answer);
    expect(await gateway.listMethods(rupiah(25_000))).toMatchObject({ kind: 'unavailable', because });
  });

  it('are not asked for an amount nobody can pay', async () => {
    expect(await offline().listMethods(rupiah(0))).toMatchObject({ because: 'invalid', issues: [{ field: 'amount' }] });
  });

  it.each([
    ['enabled', {}, [{ id: '819', name: 'DANA' }]],
    ['not enabled', { channels: ['402'] }, []],
  ])('of the simulated Faspay say whether DANA is enabled: %s', async (_, settings, value) => {
    expect(await open(settings).gateway.listMethods(rupiah(25_000))).toEqual({ kind: 'found', value });
  });
});
