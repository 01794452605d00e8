import { describe, expect, it } from 'vitest';
import { rupiah, type Received, type Verdict } from '@bayar/core';
import { parseJson } from '@bayar/core/kit';
import { deliver, fetchToken, notification, NOW, PAID, PATH, type Message, type Signed } from './as-doku.ts';
import { coded, openBench, type Bench } from './bench.ts';

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
