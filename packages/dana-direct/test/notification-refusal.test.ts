import type { InboundMessage, Received } from '@bayar/core';
import { encodeText } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import { danaSandboxPublicKey } from '../src/index.ts';
import { now } from './account.ts';
import { paid, receive, signed } from './delivery.ts';

describe('finishNotify, in doubt', () => {
  it.each(['x-signature', 'x-timestamp'])('refuses a message without %s', async (header) => {
    const message = await signed(paid);
    message.headers.delete(header);
    expect(await refusal(message)).toEqual(['missing-credential', '4005602']);
  });

  it.each([
    ['five minutes and a second old', '2026-09-01T09:54:59+07:00', /301 seconds in the past/],
    ['five minutes and a second ahead', '2026-09-01T10:05:01+07:00', /301 seconds in the future/],
  ])('refuses a message %s, and says how far the clocks are apart', async (_, timestamp, hint) => {
    const received = await receive(await signed(paid, { timestamp }));
    expect(received).toMatchObject({ kind: 'refused', refusal: 'stale', hint: expect.stringMatching(hint) as string });
    expect(codeOf(received)).toBe('4015600');
  });

  it('believes a message as old as the setting allows, however old the payment', async () => {
    const message = await signed(
      { ...paid, finishedTime: '2026-08-28T09:59:00+07:00' },
      { timestamp: '2026-09-01T09:45:00+07:00' },
    );
    expect(await receive(message, { notificationToleranceMs: 900_000 })).toMatchObject({ kind: 'notification' });
  });

  it('refuses a time that is none', async () => {
    expect(await refusal(await signed(paid, { timestamp: '1788231600000' }))).toEqual(['malformed', '4005600']);
  });

  it('refuses a forged message', async () => {
    const forged = {
      ...(await signed(paid)),
      body: encodeText(JSON.stringify({ ...paid, originalPartnerReferenceNo: 'X' })),
    };
    expect(await refusal(forged)).toEqual(['bad-signature', '4015600']);
  });

  it.each([
    ['written again with blanks', encodeText(JSON.stringify(paid, null, 2))],
    ['read by somebody before', new Uint8Array()],
    ['turned into text by somebody', encodeText('[object Object]')],
  ])('refuses a body that was %s, and says so', async (_, body) => {
    const received = await receive({ ...(await signed(paid)), body });
    expect(received).toMatchObject({ refusal: 'body-was-parsed', hint: expect.stringContaining('bytes') as string });
    expect(codeOf(received)).toBe('4015600');
  });

  it('names the path it checked, for the merchant behind a proxy', async () => {
    const received = await receive({ ...(await signed(paid)), path: '/v1.0/debit/notify' });
    expect(received).toMatchObject({
      refusal: 'bad-signature',
      hint: expect.stringContaining('/v1.0/debit/notify') as string,
    });
  });

  it('notices a message made for another client, and another environment', async () => {
    const message = await signed(paid);
    message.headers.set('X-Partner-Id', 'someone-else');
    const received = await receive(message, { danaPublicKeys: danaSandboxPublicKey });
    expect(received).toMatchObject({
      refusal: 'bad-signature',
      hint: expect.stringMatching(/another client.*another environment/) as string,
    });
  });

  it("refuses another merchant's message, rightly signed", async () => {
    const message = await signed({ ...paid, merchantId: '216620000000000000002' });
    expect(await refusal(message)).toEqual(['other-merchant', '4045608']);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const message = { ...(await signed(paid)), body: new Uint8Array([0x7b, 0xff, 0x7d]) };
    expect(await refusal(message)).toEqual(['malformed', '4005600']);
  });

  it.each([
    ['two readers could understand differently', JSON.stringify(paid).replace('{', '{"latestTransactionStatus":"05",')],
    ['is not JSON', 'paid!'],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['names no order', JSON.stringify({ ...paid, originalPartnerReferenceNo: '' })],
    ['has an amount that is no money', JSON.stringify({ ...paid, amount: { value: 15000, currency: 'IDR' } })],
  ])('refuses a signed body that %s', async (_, body) => {
    expect(await refusal(await signed(body))).toEqual(['malformed', '4005600']);
  });

  it('never says a byte of a key', async () => {
    const received = await receive({ ...(await signed(paid)), path: '/other' });
    expect(JSON.stringify(received)).not.toContain('MIIB');
  });
});

async function refusal(message: InboundMessage): Promise<readonly (string | undefined)[]> {
  const received = await receive(message);
  return received.kind === 'refused' ? [received.refusal, codeOf(received)] : [received.kind];
}

/** The code of the answer, once it is seen to have DANA's shape and to carry its own HTTP status. */
function codeOf(received: Received): string | undefined {
  if (received.kind !== 'refused') return undefined;
  const { responseCode, responseMessage } = JSON.parse(received.reply.body) as Record<string, string>;
  expect(responseMessage).toBeTruthy();
  expect(received.reply.headers['x-timestamp']).toBe(now);
  expect(responseCode?.slice(0, 3)).toBe(String(received.reply.status));
  return responseCode;
}
