import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jokulRequest } from '../../src/doku/jokul-notification.ts';
import { openAccount } from '../../src/doku/credentials.ts';
import { seededRandom } from '../../src/random.ts';
import vectors from '../vectors/doku.json' with { type: 'json' };
import { openShop } from './merchant.ts';

const notificationUrl = 'https://shop.example/payments/notifications';
const tokenUrl = 'https://shop.example/token';

describe('a notification of the older family', () => {
  it('is signed as DOKU documents', () => {
    const [vector] = vectors.nonSnap;
    if (!vector) throw new Error('No vector');
    const account = openAccount(
      { clientId: vectors.meta.clientId, secretKey: vectors.meta.clientSecret },
      seededRandom('any'),
    );
    const { headers } = jokulRequest(
      account,
      {
        url: `https://shop.example${vector.requestTarget}`,
        requestId: vector.headers['Request-Id'],
        body: vector.bodyRaw,
        now: Date.parse(vector.headers['Request-Timestamp']),
      },
      {},
    );
    expect(headers.get('client-id')).toBe(vector.headers['Client-Id']);
    expect(headers.get('request-timestamp')).toBe(vector.headers['Request-Timestamp']);
    expect(headers.get('signature')).toBe(vector.signature);
  });

  it.each([
    ['valid', true],
    ['other-key', false],
    ['other-path', false],
    ['case-swapped', false],
  ] as const)('arrives in one step with a signature that is %s', async (signature, genuine) => {
    const arrived: { request: Request; text: string }[] = [];
    const { simulator, merchant } = openShop({ notifications: { format: 'jokul', signature } }, async (request) => {
      arrived.push({ request: request.clone(), text: await request.text() });
      return new Response(null, { status: 204 });
    });
    simulator.doku.register({ tokenUrl, notificationUrl });
    await merchant.pay();
    await simulator.doku.customer.pay('INV-0001');
    await simulator.idle();
    expect(arrived.map(({ request }) => request.url)).toEqual([notificationUrl]);
    const [{ request, text } = { request: new Request(tokenUrl), text: '' }] = arrived;
    expect(JSON.parse(text)).toMatchObject({
      channel: { id: 'EMONEY_DANA' },
      transaction: { status: 'SUCCESS' },
      order: { invoice_number: 'INV-0001', amount: 10_000 },
    });
    const { clientId, secretKey } = simulator.doku.credentials;
    const lines = [
      `Client-Id:${clientId}`,
      `Request-Id:${request.headers.get('request-id')}`,
      `Request-Timestamp:${request.headers.get('request-timestamp')}`,
      'Request-Target:/payments/notifications',
      `Digest:${createHash('sha256').update(text).digest('base64')}`,
    ];
    const expected = createHmac('sha256', secretKey).update(lines.join('\n')).digest('base64');
    expect(request.headers.get('signature') === `HMACSHA256=${expected}`).toBe(genuine);
  });
});
