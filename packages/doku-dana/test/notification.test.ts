import { describe, expect, it } from 'vitest';
import { rupiah, type Received, type Verdict } from '@bayar/core';
import { parseJson } from '@bayar/core/kit';
import { deliver, fetchToken, notification, NOW, PAID, PATH, type Message, type Signed } from './as-doku.ts';
import { account, coded, openBench, vectors, type Bench } from './bench.ts';

async function receive(
  signed: Partial<Signed> = {},
  changed: Message = {},
  bench: Bench = openBench(() => coded('5000500'), { at: NOW }),
): Promise<Received> {
  return deliver(bench.doku, notification({ token: await fetchToken(bench.doku), ...signed }, changed));
}

const saying = (more: object): Promise<Received> => receive({ text: JSON.stringify({ ...PAID, ...more }) });

describe('a notification', () => {
  it('of a payment is read', async () => {
    expect(await receive()).toMatchObject({
      kind: 'notification',
      notification: {
        reference: 'INV-0001',
        acquirerReference: '2020102977770000000009',
        status: 'paid',
        code: '00',
        amounts: [rupiah(10_000)],
      },
    });
  });

  it.each([
    ['00', 'paid'],
    ['01', 'awaiting-customer'],
    ['02', 'processing'],
    ['03', 'processing'],
    ['04', 'unknown'],
    ['05', 'cancelled'],
    ['06', 'failed'],
    ['07', 'unknown'],
    ['98', 'unknown'],
    ['constructor', 'unknown'],
  ])('with status %s says %s', async (code, status) => {
    expect(await saying({ latestTransactionStatus: code })).toMatchObject({ notification: { status, code } });
  });

  it('is read whatever DOKU adds, renames or leaves out', async () => {
    for (const more of [
      { additionalInfo: { channel: 'EMONEY_DANA_SNAP' }, lineItems: [] },
      { originalReferenceNo: undefined, originalExternalId: undefined, additionalInfo: undefined },
      { finishedTime: NOW, merchantId: null },
    ]) {
      expect(await saying(more)).toMatchObject({
        kind: 'notification',
        notification: { reference: 'INV-0001', status: 'paid' },
      });
    }
  });

  it('without an amount carries none, never zero', async () => {
    expect(await saying({ amount: undefined })).toMatchObject({ notification: { amounts: [] } });
  });

  it('has the same id whenever it is delivered, and another when it says something else', async () => {
    const idOf = async (signed: Partial<Signed> = {}, changed: Message = {}): Promise<string> => {
      const received = await receive(signed, changed);
      if (received.kind !== 'notification') throw new Error(received.kind);
      return received.notification.id;
    };
    const id = await idOf();
    expect(await idOf({ timestamp: '2026-01-02T10:05:31+07:00' }, { headers: { 'x-external-id': '7' } })).toBe(id);
    expect(await idOf({ text: JSON.stringify(PAID, null, 2) })).toBe(id);
    const others = [
      { latestTransactionStatus: '06' },
      { originalPartnerReferenceNo: 'INV-0002' },
      { originalReferenceNo: '8' },
      { amount: { value: '10000.01', currency: 'IDR' } },
    ];
    const ids = await Promise.all(others.map((more) => idOf({ text: JSON.stringify({ ...PAID, ...more }) })));
    expect(new Set([id, ...ids]).size).toBe(5);
  });

  it.each([
    ['accepted', 200, '2005600'],
    ['unknown-payment', 404, '4045601'],
    ['mismatch', 404, '4045613'],
    ['retry-later', 500, '5005600'],
  ] satisfies [Verdict, number, string][])(
    'that was %s is acknowledged with HTTP %i and %s',
    async (verdict, status, responseCode) => {
      const received = await receive();
      if (received.kind !== 'notification') throw new Error(received.kind);
      const reply = received.acknowledge(verdict);
      expect(reply).toMatchObject({ status, headers: { 'content-type': 'application/json', 'x-timestamp': NOW } });
      expect(parseJson(reply.body)).toMatchObject({ responseCode, responseMessage: expect.any(String) });
    },
  );
});

describe('the signature', () => {
  it.each([
    ['the raw body', { text: JSON.stringify(PAID) }],
    [
      'the body without white space between tokens',
      { text: JSON.stringify(PAID, null, 2), signedText: JSON.stringify(PAID) },
    ],
    ['the raw body, white space included', { text: JSON.stringify(PAID, null, 2) }],
    [
      'the body serialised again',
      { text: JSON.stringify(PAID).replaceAll('-', '\\u002d'), signedText: JSON.stringify(PAID) },
    ],
    ['white space inside strings', { text: JSON.stringify({ ...PAID, note: 'a  b\n' }) }],
    ['text beyond ASCII', { text: JSON.stringify({ ...PAID, note: 'Kopi ☕ é é' }) }],
  ])('may cover %s', async (_, signed) => {
    expect(await receive(signed)).toMatchObject({ kind: 'notification', notification: { status: 'paid' } });
  });

  it('covers the query DOKU was given with the URL', async () => {
    expect((await receive({ path: `${PATH}?shop=1` }, { query: 'shop=1' })).kind).toBe('notification');
    expect(await receive({}, { query: 'shop=1' })).toMatchObject({ refusal: 'bad-signature' });
  });

  it('scheme may be spelt in any case', async () => {
    const { doku } = openBench(() => coded('5000500'), { at: NOW });
    const token = await fetchToken(doku);
    for (const scheme of ['bearer', 'BEARER', 'Bearer ']) {
      const sent = notification({ token }, { headers: { authorization: `${scheme} ${token}` } });
      expect((await deliver(doku, sent)).kind).toBe('notification');
    }
  });
});

const forged = JSON.stringify({ ...PAID, amount: { value: '1.00', currency: 'IDR' } });
const repeated = JSON.stringify(PAID).replace('{', '{"latestTransactionStatus":"06",');
const escaped = JSON.stringify(PAID).replace('{', '{"latestTransaction\\u0053tatus":"06",');

const refusals: readonly (readonly [
  name: string,
  signed: Partial<Signed>,
  changed: Message,
  refusal: string,
  code: string,
  hint: RegExp,
])[] = [
  ['without X-SIGNATURE', {}, { headers: { 'x-signature': undefined } }, 'missing-credential', '4005602', /proxy/],
  [
    'without X-TIMESTAMP',
    {},
    { headers: { 'x-timestamp': undefined } },
    'missing-credential',
    '4005602',
    /X-TIMESTAMP/,
  ],
  [
    'without Authorization',
    {},
    { headers: { authorization: undefined } },
    'missing-credential',
    '4015601',
    /let Authorization through/,
  ],
  [
    'with Basic authorization',
    {},
    { headers: { authorization: 'Basic eA==' } },
    'missing-credential',
    '4015601',
    /Bearer/,
  ],
  ['without X-PARTNER-ID', {}, { headers: { 'x-partner-id': undefined } }, 'other-merchant', '4015600', /clientId/],
  ['for another merchant', {}, { headers: { 'x-partner-id': 'BRN-9' } }, 'other-merchant', '4015600', /environment/],
  [
    'with a token of somebody else',
    { token: vectors.jwt[0]?.token ?? '' },
    {},
    'bad-token',
    '4015601',
    /privateKey, clientId and issuer/,
  ],
  ['with the token DOKU gave us', { token: 'TOKEN-1' }, {}, 'bad-token', '4015601', /not issued here/],
  [
    'of six minutes ago',
    { timestamp: '2026-01-02T09:59:00+07:00' },
    {},
    'stale',
    '4015600',
    /361 s behind this machine's clock; 300 s/,
  ],
  ['of six minutes ahead', { timestamp: '2026-01-02T10:11:02+07:00' }, {}, 'stale', '4015600', /361 s ahead/],
  ['with a time without zone', { timestamp: '2026-01-02T10:05:01' }, {}, 'malformed', '4005601', /zone/],
  ['with an impossible date', { timestamp: '2026-02-30T10:05:01Z' }, {}, 'malformed', '4005601', /ISO 8601/],
  [
    'with bytes that are not UTF-8',
    {},
    { body: new Uint8Array([0x7b, 0xc3, 0x28, 0x7d]) },
    'malformed',
    '4005601',
    /UTF-8/,
  ],
  ['whose amount was changed', {}, { body: forged }, 'bad-signature', '4015600', /bytes received/],
  [
    'sent to another public path',
    { path: '/v1.0/debit/notify' },
    {},
    'bad-signature',
    '4015600',
    /over POST \/pay\/doku\/v1\.0\/debit\/notify.*proxy/,
  ],
  [
    'signed with another secret',
    { secret: 'SK-other' },
    {},
    'bad-signature',
    '4015600',
    /secretKey belongs to the other environment/,
  ],
  [
    'whose body was parsed and written again',
    {},
    { body: JSON.stringify(PAID).replace('10000.00', '10000'), headers: { 'content-length': '999' } },
    'body-was-parsed',
    '4015600',
    /999 were sent.*before any JSON parser/,
  ],
  ['with a status twice', { text: repeated }, {}, 'malformed', '4005601', /twice/],
  ['with a status twice in two spellings', { text: escaped }, {}, 'malformed', '4005601', /twice/],
  ['with a body that is no JSON', { text: 'status=00' }, {}, 'malformed', '4005601', /lacks a reference/],
  ['with no body', { text: '' }, {}, 'malformed', '4005601', /lacks/],
  ['that is a list', { text: '[]' }, {}, 'malformed', '4005601', /lacks/],
  ['that is null', { text: 'null' }, {}, 'malformed', '4005601', /lacks/],
];

describe('a notification is refused', () => {
  it.each(refusals)('%s', async (_, signed, changed, refusal, code, hint) => {
    const received = await receive(signed, changed);
    expect(received).toMatchObject({
      kind: 'refused',
      refusal,
      hint: expect.stringMatching(hint),
      reply: { status: Number(code.slice(0, 3)) },
    });
    if (received.kind !== 'refused') throw new Error(received.kind);
    expect(parseJson(received.reply.body)).toEqual({ responseCode: code, responseMessage: expect.any(String) });
    expect(JSON.stringify(received)).not.toContain(account.clientSecret);
  });

  it.each([
    { originalPartnerReferenceNo: undefined },
    { originalPartnerReferenceNo: '' },
    { originalPartnerReferenceNo: 5 },
    { latestTransactionStatus: undefined },
    { latestTransactionStatus: 0 },
    ...[10000, '10000', '10000.0', '1e4', ' 10000.00', '-10000.00', '010000.00', '１0000.00', null].map((value) => ({
      amount: { value, currency: 'IDR' },
    })),
    { amount: { value: '10000.00', currency: 'USD' } },
    { amount: { value: '10000.00' } },
    { amount: '10000.00' },
  ])('saying %j', async (more) => {
    expect(await saying(more)).toMatchObject({ kind: 'refused', refusal: 'malformed', reply: { status: 400 } });
  });

  it('when it is of the non-SNAP family, with what to register instead', async () => {
    const [jokul] = vectors.nonSnap;
    const headers = new Headers({ ...jokul?.headers, signature: jokul?.signature ?? '' });
    const { doku } = openBench(() => coded('5000500'), { at: NOW });
    const body = new TextEncoder().encode(jokul?.bodyRaw);
    const received = await deliver(doku, { method: 'POST', path: PATH, query: '', headers, body });
    expect(received).toMatchObject({
      kind: 'refused',
      refusal: 'not-supported',
      hint: expect.stringMatching(/SNAP service of e-wallet DANA/),
      reply: { status: 400 },
    });
  });

  it('when it is older than the configured tolerance', async () => {
    const bench = openBench(() => coded('5000500'), { at: NOW, config: { notificationToleranceMs: 10_000 } });
    const timestamp = '2026-01-02T10:04:50+07:00';
    expect(await receive({ timestamp }, {}, bench)).toMatchObject({ refusal: 'stale' });
  });
});
