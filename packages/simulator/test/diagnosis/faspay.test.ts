import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkFaspaySignature } from '../../src/faspay/diagnosis.ts';
import { account, createMerchant, signature } from '../faspay/merchant.ts';

const md5 = (text: string) => createHash('md5').update(text);
const sha1 = (text: string | Buffer) => createHash('sha1').update(text).digest('hex');
const secrets = `${account.userId}${account.password}`;
const bill = 'INV-7Z';

const mistakes: readonly (readonly [mistake: string, signature: string, causes: readonly string[]])[] = [
  ['the raw MD5', sha1(md5(`${secrets}${bill}`).digest()), ['md5-raw']],
  ['one hash alone', md5(`${secrets}${bill}`).digest('hex'), ['hash-single']],
  ['large letters', signature(bill).toUpperCase(), ['encoding-case']],
  ['the bare reference', signature('INV-7'), ['bill-number-bare']],
  ['no bill number', signature(), ['bill-number-missing']],
  ['a status too many', signature(bill, '2'), ['status-extra']],
  ['password before user', sha1(md5(`${account.password}${account.userId}${bill}`).digest('hex')), ['values-swapped']],
  [
    'the merchant id for a user',
    sha1(md5(`${account.merchantId}${account.password}${bill}`).digest('hex')),
    ['client-other'],
  ],
  ['a space behind the password', sha1(md5(`${secrets} ${bill}`).digest('hex')), ['body-whitespace']],
  ['another password', sha1(md5(`${account.userId}other${bill}`).digest('hex')), ['unexplained']],
];

describe('a refused Faspay signature', () => {
  it.each(mistakes)('is explained: %s', async (_, received, causes) => {
    const { simulator, post } = createMerchant();
    await post(bill, { signature: received });
    const [event] = simulator.timeline(bill);
    expect(event?.signature).toMatchObject({ genuine: false, received, expected: signature(bill), causes });
  });

  it('never shows the account’s secrets', async () => {
    const { simulator, post } = createMerchant();
    await post(bill, { signature: 'x' });
    await post(bill);
    expect(JSON.stringify(simulator.timeline())).not.toContain(account.password);
  });

  it('misses the status where a notification is signed as a request is', () => {
    const values = { billNo: bill, status: '2' };
    const check = checkFaspaySignature(signature(bill), values, account, account.merchantId);
    expect(check).toMatchObject({ causes: ['status-missing'], expected: signature(bill, '2') });
  });
});
