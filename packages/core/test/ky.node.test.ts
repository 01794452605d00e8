import ky, { type KyInstance } from 'ky';
import { describe, expect, it } from 'vitest';
import { send, type SealedRequest } from '../src/kit/http.ts';
import { throughKy } from '../src/ky.ts';
import { bodyOf, http } from './support/loopback.ts';
import { json, wire } from './support/wire.ts';

const BODY = '{"title":"Kopi  susu é","amount":{"value":"25000.00"}}';
const never = new AbortController().signal;

function sealed(url: string): SealedRequest {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', 'x-signature': 'signature' },
    body: BODY,
  };
}

function changed({ request }: { request: Request }): Request {
  return new Request(request.url.replace('ask', 'evil'), {
    method: 'POST',
    body: 'evil',
    headers: { 'x-signature': '' },
  });
}

/** Instances whose settings would change a signed request, repeat it, or hide its answer. */
const clients: readonly [string, KyInstance][] = [
  ['no settings', ky],
  ['an address to put before', ky.extend({ prefix: 'https://evil.example/' })],
  ['a query of its own', ky.extend({ searchParams: { evil: '1' } })],
  ['repeats', ky.extend({ retry: { limit: 5, methods: ['post'], statusCodes: [503], delay: () => 0 } })],
  ['a hook that asks for a repeat', ky.extend({ hooks: { afterResponse: [() => ky.retry({ delay: 0 })] } })],
  ['a hook that changes the request', ky.extend({ hooks: { beforeRequest: [changed] } })],
  ['redirects', ky.extend({ redirect: 'follow' })],
];

describe('a request through ky', () => {
  it.each(clients)('with %s arrives once and as it was sealed', async (_, client) => {
    const seen: unknown[] = [];
    await using server = await http((request, response) => {
      void bodyOf(request).then((body) => {
        seen.push([request.method, request.url, body, request.headers['x-signature']]);
        response.writeHead(503).end('{"code":"BUSY"}');
      });
    });
    await send(sealed(`${server.origin}/v1/ask?kept=1`), throughKy(client), never);
    expect(seen).toEqual([['POST', '/v1/ask?kept=1', BODY, 'signature']]);
  });

  it.each([200, 404, 409, 429, 503])('is answered with the status %d and its body', async (status) => {
    const network = wire(json({ code: 'é' }, status));
    const sent = await send(sealed('https://acquirer.example/v1/ask'), throughKy(ky, network.fetch), never);
    expect(sent).toMatchObject({ kind: 'answer', answer: { status, text: '{"code":"é"}' } });
  });

  it('never left when nobody listens', async () => {
    const server = await http(() => undefined);
    await server[Symbol.asyncDispose]();
    expect(await send(sealed(server.origin), throughKy(ky), never)).toEqual({ kind: 'never-left', why: 'unreachable' });
  });

  it('is not known to have failed when its signal fires first', async () => {
    const stop = new AbortController();
    const network = wire(() => new Promise(() => undefined));
    const sent = send(sealed('https://acquirer.example/v1/ask'), throughKy(ky, network.fetch), stop.signal);
    await network.received(1);
    stop.abort();
    expect(await sent).toEqual({ kind: 'may-have-arrived', doubt: 'no-answer' });
  });

  it('is seen by hooks', async () => {
    const seen: number[] = [];
    const client = ky.extend({ hooks: { afterResponse: [({ response }) => void seen.push(response.status)] } });
    const network = wire(json({}, 409));
    await send(sealed('https://acquirer.example/v1/ask'), throughKy(client, network.fetch), never);
    expect(seen).toEqual([409]);
  });
});
