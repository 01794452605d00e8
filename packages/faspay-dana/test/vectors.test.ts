import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FaspayDanaConfig } from '../src/index.ts';
import { createSignatures } from '../src/signature.ts';
import {
  config,
  gatewayAnswering,
  inquired,
  notificationOf,
  offline,
  posting,
  receive,
  ref,
  request,
} from './merchant.ts';
import file from './vectors/faspay.json' with { type: 'json' };

interface Vector {
  readonly id: string;
  readonly call: string;
  readonly inputs: {
    readonly user_id: string;
    readonly password: string;
    readonly bill_no?: string;
    readonly payment_status_code?: string;
  };
  readonly concat: string;
  readonly md5: string;
  readonly signature: string;
}

const vectors: readonly Vector[] = file.vectors;
const of = (call: string): readonly Vector[] => vectors.filter((vector) => vector.call === call);
const billOf = ({ inputs }: Vector): string => inputs.bill_no ?? '';

// The bill number exactly as in the vector.
function settingsOf(vector: Vector): FaspayDanaConfig {
  const { user_id: userId, password } = vector.inputs;
  return { ...config, userId, password, billNumber: { style: 'verbatim-fixed-length', length: billOf(vector).length } };
}

describe('signatures of the Faspay reference', () => {
  it.each(vectors)('are what the adapter signs: $id', async ({ inputs, concat, md5, signature }) => {
    const { user_id: userId, password, bill_no = '', payment_status_code = '' } = inputs;
    expect(createHash('md5').update(concat).digest('hex')).toBe(md5);
    expect(await createSignatures({ userId, password }).sign(bill_no + payment_status_code)).toBe(signature);
  });

  it.each(of('post_data'))('stand in the body of post data: $id', async (vector) => {
    const { gateway, sent } = gatewayAnswering({}, { settings: settingsOf(vector) });
    await gateway.createPayment({ ...request, reference: billOf(vector) });
    expect(sent.map(({ body }) => [body['bill_no'], body['signature']])).toEqual([[billOf(vector), vector.signature]]);
  });

  it.each(of('inquiry_status'))('stand in the body of inquiry and cancel: $id', async (vector) => {
    const { gateway, sent } = gatewayAnswering(inquired, { settings: settingsOf(vector) });
    const asked = { ...ref, reference: billOf(vector), locator: { trxId: '1', billNo: billOf(vector) } };
    await gateway.getPayment(asked);
    await gateway.cancelPayment(asked);
    expect(sent.map(({ body }) => body['signature'])).toEqual([vector.signature, vector.signature]);
  });

  it.each(of('notification'))('are believed in a notification: $id', async (vector) => {
    const fields = {
      bill_no: billOf(vector),
      payment_status_code: vector.inputs.payment_status_code,
      signature: vector.signature,
    };
    const received = await receive(offline(settingsOf(vector)), posting(notificationOf(fields)));
    expect(received).toMatchObject({ kind: 'notification', notification: { reference: billOf(vector) } });
  });
});

describe('a signature that is not the documented one', () => {
  const BILL = 'INV20260102A001';
  const GOOD = '85f1f53b5472df8d0fcf8dab0f21d153878f78fa';
  const credentials = { userId: 'bot12345', password: 's1mul@tor-Secret' };
  const concat = `bot12345s1mul@tor-Secret${BILL}2`;
  const md5 = createHash('md5').update(concat);
  const sha1 = (data: string | Buffer): string => createHash('sha1').update(data).digest('hex');

  it('has a good one beside it', async () => {
    expect(await createSignatures(credentials).verify(GOOD, BILL, '2')).toBe(true);
    expect(await createSignatures(credentials).verify(GOOD.toUpperCase(), BILL, '2')).toBe(true);
  });

  it.each([
    ['with one digit changed', `9${GOOD.slice(1)}`],
    ['with its last digit changed', `${GOOD.slice(0, -1)}b`],
    ['cut short', GOOD.slice(0, -1)],
    ['with a digit too many', `${GOOD}a`],
    ['empty', ''],
    ['between blanks', ` ${GOOD}`],
    ['with a line break behind it', `${GOOD}\n`],
    ['of another status', 'b39c0409dbedab2b1c30a68792f6cb0bd884a8e2'],
    ['of the post data', '20b4371ee0aab6156e34390596d7266945ba40db'],
    ['of another bill', '1f481afadffd1d542172796ca5fb97fd6e1bc138'],
    ['in base64', Buffer.from(GOOD, 'hex').toString('base64')],
    ['over the bytes of the MD5 instead of its text', sha1(md5.copy().digest())],
    ['over the MD5 in capitals', sha1(md5.copy().digest('hex').toUpperCase())],
    ['without the MD5', sha1(concat)],
    ['that is only the MD5', md5.copy().digest('hex')],
    ['with full-width digits', GOOD.replaceAll('8', '８')],
  ])('is refused: %s', async (_, signature) => {
    expect(await createSignatures(credentials).verify(signature, BILL, '2')).toBe(false);
    const settings = { ...config, billNumber: { style: 'verbatim-fixed-length', length: BILL.length } } as const;
    const received = await receive(offline(settings), posting(notificationOf({ bill_no: BILL, signature })));
    expect(received.kind).toBe('refused');
  });

  it.each([
    ['user id', { userId: 'bot12346', password: credentials.password }],
    ['password', { userId: 'bot12345', password: 's1mul@tor-secret' }],
  ])('is refused under another %s', async (_, other) => {
    expect(await createSignatures(other).verify(GOOD, BILL, '2')).toBe(false);
  });
});
