import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMerchant as danaMerchant, paths as danaPaths, signRsa, jakarta, clientId } from './dana/merchant.ts';
import { openShop, paymentPath, refundPath, statusPath, tokenPath } from './doku/merchant.ts';
import { createMerchant as faspayMerchant, paths as faspayPaths } from './faspay/merchant.ts';

const mebibyte = 1_048_576;
const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Not one of them is a message. */
const bodies: readonly (readonly [what: string, body: Uint8Array<ArrayBuffer>])[] = [
  ['nothing', bytes('')],
  ['null', bytes('null')],
  ['a list', bytes('[]')],
  ['a text', bytes('"x"')],
  ['half an object', bytes('{"partnerReferenceNo":')],
  ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d, 0x7d)],
  ['zero bytes', new Uint8Array(64)],
  ['nesting without end', bytes(`{"a":${nested(100_000)}}`)],
  ['an open text full of escapes', bytes(`{"a":"${'\\"'.repeat(400_000)}`)],
  ['more than 1 MiB', bytes(`{"a":"${'x'.repeat(mebibyte)}"}`)],
];

/** Objects, but hardly messages. */
const objects: readonly (readonly [what: string, body: Uint8Array<ArrayBuffer>])[] = [
  ['inherited names', bytes('{"__proto__":{"merchantId":"1"},"constructor":{"prototype":1}}')],
  ['numbers without end', bytes('{"amount":{"value":1e999,"currency":-0},"partnerReferenceNo":1e400}')],
  ['half a letter', bytes('{"partnerReferenceNo":"\\ud800","bill_no":"\\udfff"}')],
  ['objects for texts', bytes('{"partnerReferenceNo":{"a":[]},"merchantId":[],"bill_no":{},"signature":{}}')],
];

async function read(response: Response): Promise<{ status: number; body: Record<string, unknown> }> {
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('DANA', () => {
  async function send(path: string, body: Uint8Array<ArrayBuffer>) {
    const { simulator } = danaMerchant();
    const timestamp = jakarta(simulator.clock.now());
    const hash = createHash('sha256').update(body).digest('hex');
    const headers = {
      'X-TIMESTAMP': timestamp,
      'X-SIGNATURE': signRsa(`POST:${path}:${hash}:${timestamp}`).toString('base64'),
      'X-PARTNER-ID': clientId,
      'X-EXTERNAL-ID': '1',
      'CHANNEL-ID': '95221',
    };
    return read(await simulator.dana.fetch(`https://dana.test${path}`, { method: 'POST', headers, body }));
  }

  it.each(bodies)('answers %s as a bad request', async (_, body) => {
    for (const [path, service] of [
      [danaPaths.create, '54'],
      [danaPaths.refund, '58'],
    ] as const) {
      expect(await send(path, body)).toEqual({
        status: 400,
        body: { responseCode: `400${service}00`, responseMessage: 'Bad Request' },
      });
    }
  });

  it.each(objects)('answers %s with a documented code', async (_, body) => {
    for (const path of Object.values(danaPaths)) expect(await send(path, body)).toMatchObject({ status: 400 });
  });

  it('has no other routes', async () => {
    const { dana } = danaMerchant();
    expect((await dana.fetch('https://dana.test/v1.0/nothing.htm', { method: 'POST' })).status).toBe(404);
    expect((await dana.fetch(`https://dana.test${danaPaths.create}`)).status).toBe(404);
  });

  it('shows its page again where a form is too large', async () => {
    const { dana } = danaMerchant();
    const form = { method: 'POST', body: `action=${'x'.repeat(2 * mebibyte)}` };
    expect((await dana.fetch('https://dana.test/n/cashier/new/checkout?bizNo=1', form)).status).toBe(404);
    const tool = 'https://dana.test/merchant-portal-app/api/sandbox-tools/execute';
    expect((await dana.fetch(tool, { ...form, body: nested(100_000) })).status).toBe(404);
  });
});

describe('DOKU', () => {
  async function send(path: string, body: Uint8Array<ArrayBuffer>) {
    const { simulator, merchant } = openShop();
    const token = await merchant.token();
    const timestamp = jakarta(simulator.clock.now());
    const hash = createHash('sha256').update(body).digest('hex');
    const mac = createHmac('sha512', simulator.doku.credentials.secretKey);
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      'X-PARTNER-ID': simulator.doku.credentials.clientId,
      'X-TIMESTAMP': timestamp,
      'X-EXTERNAL-ID': '1',
      'X-SIGNATURE': mac.update(`POST:${path}:${token}:${hash}:${timestamp}`).digest('base64'),
    };
    return read(await simulator.doku.fetch(`https://doku.test${path}`, { method: 'POST', headers, body }));
  }

  it.each(bodies)('answers %s as a bad request', async (_, body) => {
    for (const [path, service] of [
      [paymentPath, '05'],
      [refundPath, '07'],
      [statusPath, '55'],
    ] as const) {
      expect(await send(path, body)).toEqual({
        status: 400,
        body: { responseCode: `400${service}00`, responseMessage: 'Bad Request' },
      });
    }
  });

  it.each(objects)('answers %s with a documented code', async (_, body) => {
    for (const path of [paymentPath, refundPath, statusPath])
      expect(await send(path, body)).toMatchObject({ status: 400 });
  });

  it.each(bodies)('answers a token request of %s as a bad request', async (_, body) => {
    const { simulator } = openShop();
    const headers = { 'Content-Type': 'application/json' };
    const response = await simulator.doku.fetch(`https://doku.test${tokenPath}`, { method: 'POST', headers, body });
    expect(await read(response)).toMatchObject({ status: 400, body: { responseCode: '4007300' } });
  });

  it('has no other routes', async () => {
    const { simulator } = openShop();
    expect((await simulator.doku.fetch('https://doku.test/nothing', { method: 'POST' })).status).toBe(404);
    expect((await simulator.doku.fetch(`https://doku.test${paymentPath}`)).status).toBe(405);
  });
});

describe('Faspay', () => {
  async function send(path: string, body: Uint8Array<ArrayBuffer>) {
    const { faspay } = faspayMerchant();
    return read(await faspay.fetch(`https://faspay.test${path}`, { method: 'POST', body }));
  }

  it.each(bodies)('answers %s as a format error', async (_, body) => {
    for (const path of Object.values(faspayPaths)) {
      expect(await send(path, body)).toMatchObject({ status: 200, body: { response_error: { response_code: '30' } } });
    }
  });

  it.each(objects)('answers %s with a documented code', async (_, body) => {
    for (const path of Object.values(faspayPaths)) {
      const answer = await send(path, body);
      expect(answer).toMatchObject({ status: 200, body: { response_error: { response_code: expect.any(String) } } });
    }
  });

  it('has no other routes', async () => {
    const { faspay } = faspayMerchant();
    expect((await faspay.fetch('https://faspay.test/cvr/1/10', { method: 'POST' })).status).toBe(404);
    expect((await faspay.fetch(`https://faspay.test${faspayPaths.post}`)).status).toBe(405);
  });
});

describe('a port', () => {
  it('answers a body over 1 MiB and goes on serving', async () => {
    const { simulator } = faspayMerchant();
    const served = await simulator.listen();
    try {
      const send = (body: string) => fetch(`${served.faspay}${faspayPaths.post}`, { method: 'POST', body });
      expect(await (await send('x'.repeat(3 * mebibyte))).json()).toMatchObject({
        response_error: { response_code: '30' },
      });
      expect((await send('{}')).status).toBe(200);
    } finally {
      await served.close();
    }
  });
});
