import { describe, expect, it } from 'vitest';
import type { Received } from '@bayar/core';
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
  ['larger than any', { text: ' '.repeat(65_537) }, {}, 'too-large', '4005600', /larger/],
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
