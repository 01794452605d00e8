import { rupiah, type Refusal } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import {
  BILL_NO,
  comeBack,
  config,
  notificationOf,
  offline,
  posting,
  receive,
  signatureOf,
  TRX_ID,
} from './merchant.ts';

const gateway = offline();

async function believed(fields: Record<string, unknown>, settings = {}) {
  const received = await receive(offline({ ...config, ...settings }), posting(fields));
  if (received.kind !== 'notification') throw new Error(JSON.stringify(received));
  return received;
}

describe('a notification', () => {
  it('is read', async () => {
    const { notification } = await believed(notificationOf());
    expect(notification).toEqual({
      id: `${BILL_NO}:2:${TRX_ID}:200000:2000`,
      reference: 'INV20260102A001',
      acquirerReference: TRX_ID,
      status: 'paid',
      code: '2',
      amounts: [rupiah(2_000), rupiah(20)],
      paidAt: '2026-01-02T11:11:35.000Z',
    });
  });

  it.each([
    ['0', 'awaiting-customer'],
    ['1', 'processing'],
    ['2', 'paid'],
    ['3', 'failed'],
    ['4', 'refunded'],
    ['5', 'unknown'],
    ['6', 'unknown'],
    ['7', 'expired'],
    ['8', 'cancelled'],
    ['9', 'unknown'],
  ])('with status %s is %s', async (code, status) => {
    const { notification } = await believed(notificationOf({ payment_status_code: code }));
    expect([notification.code, notification.status]).toEqual([code, status]);
  });

  it.each([
    ['its signature in capitals', notificationOf({ signature: signatureOf(BILL_NO, '2').toUpperCase() })],
    [
      'its numbers as numbers',
      {
        ...notificationOf({ bill_total: 2000, payment_total: 2000 }),
        payment_status_code: 2,
        payment_channel_uid: 819,
        merchant_id: 12345,
      },
    ],
    ['members nobody documented', notificationOf({ bank_user_name: 'Sari', nested: { a: [1] } })],
    ['no totals, as older ones', notificationOf({ bill_total: undefined, payment_total: undefined })],
    [
      'nothing but "null" to say',
      notificationOf({ payment_reff: 'null', payment_date: 'null', payment_total: 'null' }),
    ],
    ['no channel', notificationOf({ payment_channel_uid: undefined })],
  ])('is read with %s', async (_, fields) => {
    expect((await believed(fields)).notification).toMatchObject({ reference: 'INV20260102A001', status: 'paid' });
  });

  it('is read when something has parsed and serialised it: the signature covers values, not bytes', async () => {
    const text = JSON.stringify(notificationOf(), undefined, 2);
    expect((await receive(gateway, posting(`\ufeff${text}\n`))).kind).toBe('notification');
  });

  it('has one id for all deliveries of one fact', async () => {
    const first = await believed(notificationOf());
    const again = await believed({ ...notificationOf({ request: 'Notifikasi' }), extra: '1' });
    expect(again.notification.id).toBe(first.notification.id);
  });

  it.each([
    { payment_status_code: '4' },
    { bill_no: 'OTHERZ' },
    { trx_id: '1234581900000008' },
    { bill_total: '2001', payment_total: '2001' },
  ])('has another id for another fact: %j', async (changes) => {
    const first = await believed(notificationOf());
    expect((await believed(notificationOf(changes))).notification.id).not.toBe(first.notification.id);
  });
});

describe('the amounts of a notification', () => {
  it.each([
    ['rupiah', ['2000', '2000'], [200_000]],
    ['x100', ['200000', '200000'], [200_000]],
    ['either', ['2000', '2000'], [200_000, 2_000]],
    ['either', ['2000', '200000'], [200_000]],
    ['either', ['2000.00', '2000'], [200_000, 2_000]],
    ['rupiah', ['', '2000'], [200_000]],
    ['rupiah', ['2000', ''], [200_000]],
    ['rupiah', ['null', null], []],
  ] as const)('in %s, of %j, are %j', async (notificationAmountUnit, [bill_total, payment_total], minors) => {
    const { notification } = await believed(notificationOf({ bill_total, payment_total }), { notificationAmountUnit });
    expect(notification.amounts.map(({ minor }) => minor)).toEqual(minors);
  });

  it('are what was billed while nothing is paid', async () => {
    const { notification } = await believed(notificationOf({ payment_status_code: '3', payment_total: '0' }), {
      notificationAmountUnit: 'rupiah',
    });
    expect(notification.amounts).toEqual([rupiah(2_000)]);
  });
});

describe('an acknowledgement', () => {
  it.each([
    ['accepted', 200, '00', 'Success'],
    ['unknown-payment', 200, '14', 'Invalid Order'],
    ['mismatch', 200, '99', 'Order Mismatch'],
    ['retry-later', 500, '96', 'System Malfunction'],
  ] as const)('of %s is HTTP %i and %s', async (verdict, status, response_code, response_desc) => {
    const reply = (await believed(notificationOf())).acknowledge(verdict);
    expect({ ...reply, body: JSON.parse(reply.body) as unknown }).toEqual({
      status,
      headers: { 'content-type': 'application/json' },
      body: {
        response: 'Payment Notification',
        trx_id: TRX_ID,
        merchant_id: '12345',
        merchant: 'Example Store',
        bill_no: BILL_NO,
        response_code,
        response_desc,
        response_date: '2026-01-02 18:00:00',
      },
    });
  });
});

const text = JSON.stringify(notificationOf());
const twice = (key: string, value: string): string => text.replace('{', `{"${key}":"${value}",`);
const refused: readonly (readonly [string, Refusal, number, Parameters<typeof posting>])[] = [
  ['got instead of posted', 'not-supported', 405, [text, { method: 'GET' }]],
  ['too large', 'too-large', 413, [text.replace('DANA', 'x'.repeat(17_000))]],
  ['consumed by a body parser', 'body-was-parsed', 400, ['']],
  ['turned into an object', 'body-was-parsed', 400, ['[object Object]']],
  ['not UTF-8', 'malformed', 400, [new Uint8Array([...new TextEncoder().encode(text).slice(0, -2), 0xff, 0x22, 0x7d])]],
  ['XML', 'malformed', 400, ['<faspay><request>Payment Notification</request></faspay>']],
  ['a form', 'malformed', 400, ['merchant_id=12345&bill_no=1']],
  ['cut short', 'malformed', 400, [text.slice(0, -1)]],
  ['a list', 'malformed', 400, [`[${text}]`]],
  ['null', 'malformed', 400, ['null']],
  ['an empty object', 'malformed', 400, ['{}']],
  ['with two bill numbers', 'malformed', 400, [twice('bill_no', BILL_NO)]],
  ['with two statuses, one of them spelt otherwise', 'malformed', 400, [twice('payment_status\\u005fcode', '0')]],
  ['with two totals', 'malformed', 400, [twice('bill_total', '1')]],
  ['unsigned', 'missing-credential', 400, [notificationOf({ signature: undefined })]],
  ['signed with nothing', 'missing-credential', 400, [notificationOf({ signature: '' })]],
  ['signed with a number', 'missing-credential', 400, [notificationOf({ signature: 1 })]],
  ['forged', 'bad-signature', 403, [notificationOf({ signature: 'a'.repeat(40) })]],
  ['signed with the post signature', 'bad-signature', 403, [notificationOf({ signature: signatureOf(BILL_NO) })]],
  ['given another status', 'bad-signature', 403, [notificationOf({ signature: signatureOf(BILL_NO, '0') })]],
  [
    'given another bill',
    'bad-signature',
    403,
    [notificationOf({ bill_no: 'OTHERZ', signature: signatureOf(BILL_NO, '2') })],
  ],
  [
    'signed with the password of the other environment',
    'bad-signature',
    403,
    [notificationOf({ signature: signatureOf(BILL_NO, '2', { userId: 'bot12345', password: 'sandbox' }) })],
  ],
  ["another merchant's", 'other-merchant', 403, [notificationOf({ merchant_id: '54321' })]],
  ['without a status', 'malformed', 400, [notificationOf({ payment_status_code: undefined })]],
  ['with a status that is not a digit', 'malformed', 400, [notificationOf({ payment_status_code: 'Z' })]],
  ['with a status of two digits', 'malformed', 400, [notificationOf({ payment_status_code: '22' })]],
  ['with an empty status', 'malformed', 400, [notificationOf({ payment_status_code: '' })]],
  ['about a bill without the suffix', 'not-supported', 200, [notificationOf({ bill_no: 'INV20260102A001' })]],
  [
    'about a bill with a digit behind the suffix',
    'not-supported',
    200,
    [notificationOf({ bill_no: 'INV20260102A001Z2' })],
  ],
  ['about a bill that is only the suffix', 'not-supported', 200, [notificationOf({ bill_no: 'Z' })]],
  ['about a bill number nobody makes here', 'not-supported', 200, [notificationOf({ bill_no: 'INV_1/2Z' })]],
  ['about a bill number with a line break', 'malformed', 400, [notificationOf({ bill_no: 'INVZ\n' })]],
  ['without a transaction id', 'malformed', 400, [notificationOf({ trx_id: '' })]],
  ['with an amount in words', 'malformed', 400, [notificationOf({ bill_total: 'dua ribu' })]],
  ['with a negative amount', 'malformed', 400, [notificationOf({ payment_total: '-2000' })]],
  ['about another channel', 'not-supported', 200, [notificationOf({ payment_channel_uid: '402' })]],
  ['paid with another sum than billed', 'malformed', 200, [notificationOf({ bill_total: '1' })]],
];

describe('a message that is not believed', () => {
  it.each(refused)("is refused in Faspay's shape: %s", async (_, refusal, status, message) => {
    const received = await receive(gateway, posting(...message));
    if (received.kind !== 'refused') throw new Error(received.kind);
    expect([received.refusal, received.reply.status]).toEqual([refusal, status]);
    const body = JSON.parse(received.reply.body) as Record<string, string>;
    expect(body).toMatchObject({
      response: 'Payment Notification',
      merchant_id: '12345',
      response_date: '2026-01-02 18:00:00',
    });
    expect(body['response_code']).toMatch(/^(?:14|99)$/);
    expect(received.hint).toMatch(/^[A-Za-z].{20,}\.$/);
    expect(JSON.stringify(received)).not.toContain(config.password);
  });

  it('never throws, whatever it is', async () => {
    const odd = [
      '{"__proto__":{"signature":"x"}}',
      '{"signature":{"toString":1}}',
      '"text"',
      '1',
      `${'['.repeat(8_000)}`,
      '{"bill_no":"\\ud800Z"}',
    ];
    for (const body of odd) expect((await receive(gateway, posting(body))).kind).toBe('refused');
  });
});

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
