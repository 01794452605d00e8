import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '@bayar/core';
import { encodeText, MAX_TOLERANCE_MS, TOLERANCE_MS, type Clock } from '@bayar/core/kit';
import { readClaim, snapReply } from '../src/inbound.ts';

const NOW = Date.UTC(2026, 8, 1, 3);
const clock: Clock = { now: () => new Date(NOW), sleep: () => Promise.resolve() };
const headers = {
  'X-Timestamp': '2026-09-01T10:00:00+07:00',
  'x-signature': 'c2lnbmF0dXJl',
  'X-PARTNER-ID': 'P1',
  Authorization: 'Bearer T1',
};

function message(change: Record<string, string | undefined> = {}, body = encodeText('{"é":1}')): InboundMessage {
  const given = new Headers(headers);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) given.delete(name);
    else given.set(name, value);
  }
  return { method: 'POST', path: '/v1.0/debit/notify', query: '', headers: given, body };
}

const claim = (received: InboundMessage, toleranceMs = TOLERANCE_MS): unknown =>
  readClaim(received, clock, toleranceMs);

describe('the claim of a message', () => {
  it('is read whatever the case of its headers', () => {
    const expected = {
      timestamp: headers['X-Timestamp'],
      signature: 'c2lnbmF0dXJl',
      partnerId: 'P1',
      bearer: 'T1',
      body: '{"é":1}',
    };
    expect(claim(message())).toEqual(expected);
  });

  it('keeps the body to the byte: marks, blanks and odd characters included', () => {
    for (const body of ['', ' { } ', '\ufeff{}', '{"a":"\u2028\u0000"}', '{"a":1,"a":2}']) {
      expect(claim(message({}, encodeText(body)))).toMatchObject({ body });
    }
  });

  it('may lack partner and token', () => {
    expect(claim(message({ 'X-PARTNER-ID': undefined, Authorization: undefined }))).toMatchObject({
      partnerId: undefined,
      bearer: undefined,
    });
  });

  it.each([
    ['Bearer T1', 'T1'],
    ['bearer T1', 'T1'],
    ['BEARER   T1', 'T1'],
    ['T1', undefined],
    ['Basic T1', undefined],
    ['Bearer', undefined],
    ['Bearer T1 T2', undefined],
    ['XBearer T1', undefined],
    ['Bearer T1, Bearer T2', undefined],
  ])('reads the token in %j', (authorization, bearer) => {
    expect(claim(message({ Authorization: authorization }))).toMatchObject({ bearer });
  });

  it.each(['X-Timestamp', 'x-signature'])('cannot be checked without %s', (name) => {
    expect([claim(message({ [name]: undefined })), claim(message({ [name]: '' }))]).toEqual([
      'missing-credential',
      'missing-credential',
    ]);
  });

  it.each([
    'banana',
    '2026-09-01',
    '2026-09-01T10:00:00',
    '2026-09-01 10:00:00+07:00',
    '2026-13-01T10:00:00+07:00',
    '2026-02-30T10:00:00+07:00',
    '2026-09-01T25:00:00+07:00',
    '2026-09-01T10:60:00+07:00',
    '2026-09-01T10:00:00+7',
    '2026-09-01T10:00:00+99:00',
    '1788231600',
    '1788231600000',
    '+2026-09-01T10:00:00Z',
    'Tue, 01 Sep 2026 03:00:00 GMT',
    '["2026-09-01T10:00:00+07:00"]',
    '2026-09-01T10:00:00+07:00, 2026-09-01T10:00:00+07:00',
  ])('is malformed with the time %j', (timestamp) => {
    expect(claim(message({ 'X-Timestamp': timestamp }))).toBe('malformed');
  });

  it.each([[[0xff]], [[0x7b, 0xc3, 0x7d]], [[0xed, 0xa0, 0x80]]])(
    'is malformed with a body that is not UTF-8: %j',
    (bytes) => {
      expect(claim(message({}, Uint8Array.from(bytes)))).toBe('malformed');
    },
  );

  it.each([
    ['09:54:59', 'stale'],
    ['09:55:00', 'fresh'],
    ['10:00:00', 'fresh'],
    ['10:05:00', 'fresh'],
    ['10:05:01', 'stale'],
  ])('made at %s is %s at 10:00:00', (time, expected) => {
    const read = claim(message({ 'X-Timestamp': `2026-09-01T${time}+07:00` }));
    expect(read === 'stale' ? 'stale' : 'fresh').toBe(expected);
  });

  it('is as stale in any zone it is told in', () => {
    expect(claim(message({ 'X-Timestamp': '2026-09-01T03:05:01Z' }))).toBe('stale');
    expect(claim(message({ 'X-Timestamp': '2026-08-31T23:25:00-03:30' }))).toMatchObject({ bearer: 'T1' });
  });

  it('is stale years later, and years ahead', () => {
    expect(
      ['2001-01-01T00:00:00Z', '2099-01-01T00:00:00Z'].map((timestamp) => claim(message({ 'X-Timestamp': timestamp }))),
    ).toEqual(['stale', 'stale']);
  });

  it('may be older where a setting allows it', () => {
    expect(claim(message({ 'X-Timestamp': '2026-09-01T09:45:00+07:00' }), MAX_TOLERANCE_MS)).toMatchObject({
      bearer: 'T1',
    });
    expect(claim(message({ 'X-Timestamp': '2026-09-01T09:44:59+07:00' }), MAX_TOLERANCE_MS)).toBe('stale');
  });
});

describe('a reply', () => {
  it.each([
    ['2005600', 200],
    ['4015600', 401],
    ['5005601', 500],
  ])('of %s has the status of its code, %d', (code, status) => {
    const reply = snapReply(code, 'Text', clock);
    expect(reply.status).toBe(status);
    expect(reply.headers).toEqual({ 'content-type': 'application/json', 'x-timestamp': '2026-09-01T10:00:00+07:00' });
    expect(JSON.parse(reply.body)).toEqual({ responseCode: code, responseMessage: 'Text' });
  });

  it('carries what else it is given', () => {
    expect(JSON.parse(snapReply('2007300', 'Successful', clock, { accessToken: 'T' }).body)).toMatchObject({
      accessToken: 'T',
    });
  });
});
