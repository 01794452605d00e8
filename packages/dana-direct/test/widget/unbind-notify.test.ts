import type { InboundRoute } from '@bayar/core';
import { encodeText, publicHalf, readRsaKey, rsaSha256, rsaSha256Verifier } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import { danaDirect, type DanaDirectConfig, type Unbound, type UnboundHandler } from '../../src/index.ts';
import { config, now, vectors } from '../account.ts';
import { standingClock } from '../clocks.ts';

const request = {
  head: {
    version: '2.0',
    function: 'dana.oauth.unbind.notify',
    clientId: config.clientId,
    reqTime: now,
    reqMsgId: 'm-1',
    reserve: '{}',
  },
  body: { unbindAccessToken: ['AT-1', 'AT-2'], unbindTime: '2026-09-01T09:59:00+07:00' },
};

describe('the news that customers unbound', () => {
  it('reaches the handler, with tokens that do not show themselves', async () => {
    const { receive, told } = gateway();
    expect(await receive(await beside(request))).toMatchObject({ kind: 'answered', reply: { status: 200 } });
    expect(told.map(({ accessTokens, unboundAt }) => [accessTokens.map((token) => token.expose()), unboundAt])).toEqual(
      [[['AT-1', 'AT-2'], '2026-09-01T02:59:00.000Z']],
    );
    expect(JSON.stringify(told)).not.toContain('AT-1');
  });

  it('is verified over the very text of request, blanks and key order and all', async () => {
    const { receive } = gateway();
    const spaced = JSON.stringify(request, undefined, 2).replace('"AT-1"', '"AT\\u002d1"');
    expect(await receive(`{"signature":"${await sign(spaced)}" , "request": ${spaced}\n}`)).toMatchObject({
      kind: 'answered',
    });
    const again = JSON.stringify({ request, signature: await sign(spaced) });
    expect(await receive(again)).toMatchObject({ kind: 'refused', refusal: 'bad-signature' });
  });

  it.each([
    ['first', '"signature":"SIGN",', ''],
    ['last', '', ',"signature":"SIGN"'],
  ])('is believed with its signature inside request, %s', async (_, before, after) => {
    const { receive } = gateway();
    const text = JSON.stringify(request);
    const signature = await sign(text);
    const inner = `{${before}${text.slice(1, -1)}${after}}`.replace('SIGN', signature);
    expect(await receive(`{"request":${inner}}`)).toMatchObject({ kind: 'answered' });
    expect(await receive(`{"request":${inner.replace('AT-1', 'AT-3')}}`)).toMatchObject({ refusal: 'bad-signature' });
  });

  it.each([
    ['a token changed', (body: string) => body.replace('AT-1', 'AT-3'), 'bad-signature'],
    ['a blank added inside request', (body: string) => body.replace('"body":', '"body": '), 'bad-signature'],
    ['the signature of something else', (body: string) => body.replace(/[A-Za-z](?=[^"]*"}$)/, '0'), 'bad-signature'],
    ['an empty signature', (body: string) => body.replace(/"signature":"[^"]*"/, '"signature":""'), 'bad-signature'],
    ['no signature', (body: string) => body.replace(/,"signature":"[^"]*"/, ''), 'malformed'],
    ['request twice', (body: string) => body.replace('{"request"', '{"request":{},"request"'), 'malformed'],
    ['nothing', () => '', 'malformed'],
    ['an object somebody parsed', () => '[object Object]', 'malformed'],
    ['a list', () => '[]', 'malformed'],
  ])('is refused with %s', async (_, spoil, refusal) => {
    const { receive, told } = gateway();
    const received = await receive(spoil(await beside(request)));
    expect(received).toMatchObject({ kind: 'refused', refusal, reply: { status: 401 } });
    expect(told).toEqual([]);
  });

  it('is refused when the merchant signed it', async () => {
    const { receive } = gateway();
    const signature = await sign(JSON.stringify(request), config.privateKey);
    expect(await receive(JSON.stringify({ request, signature }))).toMatchObject({ refusal: 'bad-signature' });
  });

  it.each([
    ['for another client', { head: { ...request.head, clientId: 'other' } }, 'other-merchant'],
    ['about something else', { head: { ...request.head, function: 'dana.acquiring.order.notify' } }, 'malformed'],
    ['without a token', { body: { unbindAccessToken: [] } }, 'malformed'],
    ['from six minutes ago', { head: { ...request.head, reqTime: '2026-09-01T09:54:00+07:00' } }, 'stale'],
    ['from six minutes ahead', { head: { ...request.head, reqTime: '2026-09-01T10:06:00+07:00' } }, 'stale'],
  ])('is refused when it is genuine but %s', async (_, change, refusal) => {
    const { receive } = gateway();
    expect(await receive(await beside({ ...request, ...change }))).toMatchObject({ kind: 'refused', refusal });
  });

  it('is believed when nobody can read its time', async () => {
    const { receive } = gateway();
    const message = await beside({ ...request, head: { ...request.head, reqTime: '1756695600000' } });
    expect(await receive(message)).toMatchObject({ kind: 'answered' });
  });

  it('is believed while an old key is still listed beside the new one', async () => {
    const danaPublicKeys = [vectors.keys.danaSandboxPublicSpkiPem, vectors.keys.dana.publicSpkiPem];
    const { receive } = gateway({ danaPublicKeys });
    expect(await receive(await beside(request))).toMatchObject({ kind: 'answered' });
  });
});

describe('what the news is answered with', () => {
  it('is the envelope it came in, signed by the merchant', async () => {
    const { receive } = gateway();
    const received = await receive(await beside(request));
    const body = received.kind === 'answered' ? received.reply.body : '';
    const { response, signature } = JSON.parse(body) as { response: object; signature: string };
    expect(response).toMatchObject({
      head: { function: 'dana.oauth.unbind.notify', clientId: config.clientId, reqMsgId: 'm-1' },
      body: { resultInfo: { resultStatus: 'S' } },
    });
    const key = readRsaKey(config.privateKey);
    if (typeof key === 'string') throw new Error(key);
    expect(await rsaSha256Verifier(publicHalf(key))(JSON.stringify(response), signature)).toBe(true);
  });

  it('is 2006500 when the settings say so', async () => {
    const { receive } = gateway({ widget: { unbindAcknowledgement: 'snap' } });
    const received = await receive(await beside(request));
    expect(received.kind === 'answered' && JSON.parse(received.reply.body)).toEqual({
      responseCode: '2006500',
      responseMessage: 'Successful',
    });
  });

  it('asks to be told again when nobody listens, and when a handler fails', async () => {
    const failing = gateway({}, () => Promise.reject(new Error('database down')));
    const deaf = gateway();
    deaf.stop();
    for (const { receive } of [failing, deaf]) {
      const received = await receive(await beside(request));
      expect(received).toMatchObject({ kind: 'refused', refusal: 'not-supported', reply: { status: 500 } });
      expect(JSON.stringify(received)).not.toContain('database down');
    }
  });

  it('goes to a route of its own, registered at DANA, after that of payments', () => {
    const routes = danaDirect(config).inbound.map(({ kind, path, announced }) => [kind, path, announced]);
    expect(routes).toEqual([
      ['notification', 'v1.0/debit/notify', 'per-request'],
      ['notification', 'v1.0/unbind/notify', 'registered'],
    ]);
  });
});

function gateway(change: Partial<DanaDirectConfig> = {}, handler?: UnboundHandler) {
  const told: Unbound[] = [];
  const dana = danaDirect({ ...config, ...change }, { clock: standingClock(now) });
  const stop = dana.onUnbound(handler ?? ((unbound) => void told.push(unbound)));
  const route = dana.inbound.find(({ path }) => path === 'v1.0/unbind/notify');
  return { told, stop, receive: (body: string) => received(route, body) };
}

function received(route: InboundRoute | undefined, body: string) {
  if (route === undefined) throw new Error('There is no route.');
  const path = '/pay/dana/v1.0/unbind/notify';
  return route.receive({ method: 'POST', path, query: '', headers: new Headers(), body: encodeText(body) });
}

async function beside(message: object): Promise<string> {
  return JSON.stringify({ request: message, signature: await sign(JSON.stringify(message)) });
}

async function sign(text: string, pem: string = vectors.keys.dana.privatePkcs8Pem): Promise<string> {
  const key = readRsaKey(pem);
  if (typeof key === 'string') throw new Error(key);
  return rsaSha256(key)(text);
}
