import type { Refusal } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { BILL_NO, config, notificationOf, offline, posting, receive, signatureOf } from './merchant.ts';

const gateway = offline();

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
  ['with an amount in words', 'malformed', 200, [notificationOf({ bill_total: 'dua ribu' })]],
  ['with a negative amount', 'malformed', 200, [notificationOf({ payment_total: '-2000' })]],
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
      '['.repeat(8_000),
      '{"bill_no":"\\ud800Z"}',
    ];
    for (const body of odd) expect((await receive(gateway, posting(body))).kind).toBe('refused');
  });
});
