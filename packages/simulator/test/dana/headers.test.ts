import { describe, expect, it } from 'vitest';
import { bound, ottPath } from './bound-customer.ts';
import { clientId, createMerchant, orderOf, paths, queryOf } from './merchant.ts';
import { withOrder } from './with-order.ts';

describe('headers about the customer', () => {
  it.each(['Authorization-Customer', 'X-DEVICE-ID'])('DANA 9.2/customer: misses %s', async (name) => {
    const { asCustomer } = await bound();
    const answer = await asCustomer(ottPath, { userResources: ['OTT'] }, { headers: { [name]: undefined } });
    expect(answer).toMatchObject({ status: 400, code: '4004902', message: `Invalid Mandatory Field ${name}` });
  });
});

describe('lengths of headers', () => {
  it.each(['X-PARTNER-ID', 'X-EXTERNAL-ID', 'CHANNEL-ID'])(
    'DANA 9.2/lengths: refuses 37 characters of %s before it looks at the signature',
    async (name) => {
      const { call } = createMerchant();
      const headers = { [name]: '1'.repeat(37), 'X-SIGNATURE': 'wrong' };
      const answer = await call(paths.create, orderOf('ORDER-1'), { headers });
      expect(answer).toMatchObject({ status: 400, code: '4005401', message: `Invalid Field Format ${name}` });
    },
  );

  it('DANA 9.2/lengths: takes the CHANNEL-ID of official clients, unless told the documented length', async () => {
    const spoil = { headers: { 'CHANNEL-ID': `${clientId}-SERVER` } };
    expect(await createMerchant().call(paths.create, orderOf('ORDER-1'), spoil)).toMatchObject({ code: '2005400' });
    const documented = createMerchant({ channelIdLength: 5 });
    expect(await documented.call(paths.create, orderOf('ORDER-1'), spoil)).toMatchObject({
      code: '4005401',
      message: 'Invalid Field Format CHANNEL-ID',
    });
    expect(await documented.call(paths.create, orderOf('ORDER-1'))).toMatchObject({ code: '2005400' });
  });
});

describe('a repeated X-EXTERNAL-ID', () => {
  const spoil = { headers: { 'X-EXTERNAL-ID': 'twice' } };

  it('DANA 9.2/external-id: is taken', async () => {
    const { call } = await withOrder();
    for (const _ of [1, 2]) expect(await call(paths.query, queryOf('ORDER-1'), spoil)).toMatchObject({ status: 200 });
  });

  it('DANA 9.2/external-id: is a conflict on the same Jakarta day, where told', async () => {
    const { call, clock } = await withOrder({ repeatedExternalId: 'refused' });
    expect(await call(paths.query, queryOf('ORDER-1'), spoil)).toMatchObject({ status: 200 });
    expect(await call(paths.query, queryOf('ORDER-1'), spoil)).toMatchObject({ status: 409, code: '4095500' });
    await clock.advance(14 * 3_600_000);
    expect(await call(paths.query, queryOf('ORDER-1'), spoil)).toMatchObject({ status: 200 });
  });
});
