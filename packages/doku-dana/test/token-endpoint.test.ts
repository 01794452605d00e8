import { describe, expect, it } from 'vitest';
import { parseJson } from '@bayar/core/kit';
import { fetchToken, NOW, tokenRequest, type Message } from './as-doku.ts';
import { account, coded, openBench, vectors, type Bench } from './bench.ts';
import { routeOf } from './shop.ts';

const open = (at = NOW): Bench => openBench(() => coded('5000500'), { at });

describe('the token endpoint', () => {
  it('answers the recorded request with a token, in the documented shape', async () => {
    const vector = vectors.asymmetric.find(({ direction }) => direction === 'DOKU->merchant');
    const headers = { 'x-timestamp': vector?.xTimestamp, 'x-signature': vector?.xSignature };
    const received = await routeOf(open().doku, 'token').receive(tokenRequest({ headers }));
    if (received.kind !== 'answered') throw new Error(received.kind);
    expect(received.reply).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json', 'x-timestamp': NOW, 'x-client-key': account.clientId },
    });
    expect(parseJson(received.reply.body)).toEqual({
      responseCode: '2007300',
      responseMessage: 'Successful',
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      tokenType: 'Bearer',
      expiresIn: 900,
      additionalInfo: '',
    });
  });

  it('does not depend on the body, which DOKU does not sign', async () => {
    for (const body of ['', '{}', '{"grantType":"client_credentials","additionalInfo":[]}']) {
      expect((await routeOf(open().doku, 'token').receive(tokenRequest({ body }))).kind).toBe('answered');
    }
  });

  it('is registered at DOKU', () => {
    expect(open().doku.inbound.map(({ kind, path, announced }) => [kind, path, announced])).toEqual([
      ['notification', 'v1.0/debit/notify', 'registered'],
      ['token', 'token', 'registered'],
    ]);
  });

  const swapped = tokenRequest()
    .headers.get('x-signature')
    ?.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
  const refusals: readonly (readonly [name: string, changed: Message, refusal: string, code: string, hint: RegExp])[] =
    [
      [
        'without X-SIGNATURE',
        { headers: { 'x-signature': undefined } },
        'missing-credential',
        '4007302',
        /proxy drops headers/,
      ],
      [
        'without X-TIMESTAMP',
        { headers: { 'x-timestamp': undefined } },
        'missing-credential',
        '4007302',
        /X-TIMESTAMP/,
      ],
      ['with an empty signature', { headers: { 'x-signature': '' } }, 'missing-credential', '4007302', /X-SIGNATURE/],
      ['without X-CLIENT-KEY', { headers: { 'x-client-key': undefined } }, 'other-merchant', '4017300', /clientId/],
      ['for another merchant', { headers: { 'x-client-key': 'BRN-9' } }, 'other-merchant', '4017300', /clientId/],
      [
        'with a time without zone',
        { headers: { 'x-timestamp': '2026-01-02T10:05:01' } },
        'malformed',
        '4007301',
        /zone/,
      ],
      ['with a time that is none', { headers: { 'x-timestamp': 'banana' } }, 'malformed', '4007301', /ISO 8601/],
      [
        'with another time than signed',
        { headers: { 'x-timestamp': '2026-01-02T10:05:02+07:00' } },
        'bad-signature',
        '4017300',
        /dokuPublicKey/,
      ],
      [
        'with a signature in other case',
        { headers: { 'x-signature': swapped } },
        'bad-signature',
        '4017300',
        /environment/,
      ],
      [
        'with a signature that is no base64',
        { headers: { 'x-signature': '%%%' } },
        'bad-signature',
        '4017300',
        /environment/,
      ],
      ['larger than any', { body: ' '.repeat(65_537) }, 'too-large', '4007300', /larger/],
      ['with bytes that are not UTF-8', { body: new Uint8Array([0xff]) }, 'malformed', '4007301', /UTF-8/],
    ];
  it.each(refusals)('refuses a request %s', async (_, changed, refusal, code, hint) => {
    const received = await routeOf(open().doku, 'token').receive(tokenRequest(changed));
    expect(received).toMatchObject({
      kind: 'refused',
      refusal,
      hint: expect.stringMatching(hint),
      reply: { status: Number(code.slice(0, 3)) },
    });
    if (received.kind !== 'refused') throw new Error(received.kind);
    expect(parseJson(received.reply.body)).toEqual({ responseCode: code, responseMessage: expect.any(String) });
  });

  it.each([
    ['2026-01-02T10:00:00+07:00', '301 s behind'],
    ['2026-01-02T10:10:02+07:00', '301 s ahead of'],
    ['2001-01-01T00:00:00Z', 's behind'],
    ['2099-01-01T00:00:00Z', 's ahead of'],
  ])('refuses a request of %s, and says how far off it is', async (timestamp, off) => {
    const received = await routeOf(open().doku, 'token').receive(tokenRequest({}, timestamp));
    expect(received).toMatchObject({
      kind: 'refused',
      refusal: 'stale',
      hint: expect.stringContaining(off),
      reply: { status: 401 },
    });
  });

  it.each([
    '2026-01-02T10:00:01+07:00',
    '2026-01-02T10:10:01+07:00',
    '2026-01-02T03:05:01Z',
    '2026-01-02T03:05:01.123Z',
  ])('accepts a request of %s', async (timestamp) => {
    expect(await fetchToken(open().doku, timestamp)).toContain('.');
  });
});
