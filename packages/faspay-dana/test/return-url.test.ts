import { describe, expect, it } from 'vitest';
import { BILL_NO, comeBack, config, offline, signatureOf, TRX_ID } from './merchant.ts';

const gateway = offline();

describe('a customer coming back', () => {
  const query = (changes: Record<string, string> = {}): string => {
    const fields = {
      trx_id: TRX_ID,
      merchant_id: '12345',
      merchant: 'Example Store',
      bill_no: BILL_NO,
      bill_ref: BILL_NO,
      bill_total: '2000',
      bank_user_name: 'Sari',
      status: '0',
      ...changes,
    };
    return new URLSearchParams({
      ...fields,
      signature: signatureOf(fields.bill_no, fields.status),
      ...changes,
    }).toString();
  };

  it.each([
    ['as in the example', query()],
    ['as in the table', query().replace('bill_ref=', 'bill_reff=')],
    ['paid', query({ status: '2' })],
    ['with a signature in capitals', query({ signature: signatureOf(BILL_NO, '0').toUpperCase() })],
    [
      'with little more than what is signed',
      `signature=${signatureOf(BILL_NO, '1')}&status=1&bill_no=${BILL_NO}&merchant_id=12345`,
    ],
  ])('is told which payment it is: %s', async (_, returned) => {
    expect(await comeBack(gateway, returned)).toEqual({ kind: 'return', reference: 'INV20260102A001' });
  });

  it('is recognised by the signature Faspay publishes', async () => {
    const settings = {
      ...config,
      merchantId: '99999',
      userId: 'bot99999',
      password: 'p@ssw0rd',
      billNumber: { style: 'verbatim-fixed-length', length: 4 },
    } as const;
    const returned =
      'trx_id=8985999990013136&merchant_id=99999&merchant=FASPAY+STORE&bill_no=4370&bill_ref=4370&bill_total=10000&bank_user_name=FaspayTest&status=0&signature=0da33ad07fe9980f7b7ff70a964803e821a86866';
    expect(await comeBack(offline(settings), returned)).toEqual({ kind: 'return', reference: '4370' });
  });

  it.each([
    ['without a query', '', 'malformed', 400],
    ['without a signature', query().replace(/&signature=.*/, ''), 'malformed', 400],
    ['with two statuses', `${query()}&status=2`, 'malformed', 400],
    ['with a status of two digits', query({ status: '20' }), 'malformed', 400],
    ['with a status that was edited', query().replace('status=0', 'status=2'), 'bad-signature', 403],
    ['with a bill that was edited', query().replace(BILL_NO, 'OTHERZ'), 'bad-signature', 403],
    ['with the post signature', query({ signature: signatureOf(BILL_NO) }), 'bad-signature', 403],
    ["to another merchant's", query({ merchant_id: '54321' }), 'other-merchant', 403],
    ['with a bill nobody makes here', query({ bill_no: '4370' }), 'not-supported', 404],
    ['with too long a query', `${query()}&x=${'x'.repeat(5_000)}`, 'too-large', 414],
  ] as const)('is turned away %s', async (_, returned, refusal, status) => {
    const received = await comeBack(gateway, returned);
    expect(received).toMatchObject({ kind: 'refused', refusal, reply: { status } });
    // Nothing of the address comes back to whoever sent it.
    expect(received.kind === 'refused' && received.reply.body).toBe('This address does not lead to a payment.');
  });

  it('is turned away when it is not a browser', async () => {
    expect(await comeBack(gateway, query(), 'POST')).toMatchObject({ kind: 'refused', refusal: 'not-supported' });
  });
});
