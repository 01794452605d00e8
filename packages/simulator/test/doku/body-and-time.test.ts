import { describe, expect, it } from 'vitest';
import { openShop, paymentFields, paymentPath, start } from './merchant.ts';

describe('the time and body of a signed call', () => {
  it.each([
    ['+07:00', '2026-01-02T10:04:05+07:00', 200],
    ['Z', '2026-01-02T03:04:05Z', 200],
    ['-00:00, as the official library sends from a UTC host', '2026-01-02T03:04:05-00:00', 200],
    ['milliseconds', '2026-01-02T03:04:05.000Z', 400],
    ['+5.5:30, as the official library sends from India', '2026-01-02T08:34:05+5.5:30', 400],
    ['an offset no zone has', '2026-01-02T18:04:05+15:00', 400],
    ['an offset with 60 minutes', '2026-01-02T10:04:05+06:60', 400],
    ['no offset', '2026-01-02T10:04:05', 400],
    ['a day that does not exist', '2026-02-30T10:04:05+07:00', 400],
    ['an hour that does not exist', '2026-01-02T24:04:05+07:00', 400],
    ['seconds since the epoch', '1767323045', 400],
  ])('DOKU 10.4: reads a time in %s as documented', async (_, timestamp, status) => {
    const { merchant } = openShop();
    expect((await merchant.pay({}, { timestamp })).status).toBe(status);
  });

  it('DOKU 10.4: accepts milliseconds when set to', async () => {
    const { merchant } = openShop({ fractionalTimestamps: true });
    expect((await merchant.pay({}, { timestamp: '2026-01-02T03:04:05.000Z' })).status).toBe(200);
  });

  it('DOKU 10.4: refuses a time outside the window when one is set', async () => {
    const { merchant } = openShop({ timestampWindowMs: 300_000 });
    for (const drift of [-301_000, 301_000]) {
      const timestamp = new Date(start + drift).toISOString().replace('.000', '');
      expect((await merchant.pay({}, { timestamp })).body['responseMessage']).toBe('Invalid Field Format X-TIMESTAMP');
    }
  });

  it('DOKU 10.10: accepts a signature over the raw, the minified or the re-serialised body', async () => {
    const compact = JSON.stringify(paymentFields);
    for (const sentBody of [compact, JSON.stringify(paymentFields, null, 2), compact.replaceAll('/', '\\/')]) {
      const { merchant } = openShop();
      expect((await merchant.call(paymentPath, compact, { sentBody })).status).toBe(200);
    }
  });

  it('DOKU 10.10: accepts a signature over the minified body alone when set to', async () => {
    const pretty = JSON.stringify(paymentFields, null, 2);
    const { merchant } = openShop({ signedBody: 'minified' });
    expect((await merchant.call(paymentPath, pretty)).status).toBe(401);
    expect((await merchant.call(paymentPath, JSON.stringify(paymentFields), { sentBody: pretty })).status).toBe(200);
  });

  it('DOKU 10.10: accepts what the Python library does with text that is not ASCII: escaped, spaced, signed compact', async () => {
    const compact = JSON.stringify({
      ...paymentFields,
      additionalInfo: { channel: 'EMONEY_DANA_SNAP', orderTitle: 'Kopi é' },
    });
    const escaped = compact.replaceAll('é', '\\u00e9');
    const { merchant } = openShop();
    expect((await merchant.call(paymentPath, escaped, { sentBody: escaped.replaceAll('","', '", "') })).status).toBe(
      200,
    );
  });

  it.each([
    ['text', 'partnerReferenceNo=INV-0001'],
    ['an array', '[]'],
    ['half an object', '{"partnerReferenceNo":'],
  ])('DOKU 10.13: refuses a signed body that is %s', async (_, body) => {
    const { merchant } = openShop();
    const answer = await merchant.call(paymentPath, body);
    expect(answer).toMatchObject({ status: 400, body: { responseCode: '4000500', responseMessage: 'Bad Request' } });
  });

  it('DOKU 10.13: refuses a body that is not said to be JSON', async () => {
    const { merchant } = openShop();
    expect((await merchant.pay({}, { headers: { 'Content-Type': 'text/plain' } })).body['responseCode']).toBe(
      '4000500',
    );
  });
});
