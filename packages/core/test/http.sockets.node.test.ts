import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { send, type Sent } from '../src/kit/http.ts';
import { bodyOf, http, https, raw, type Loopback } from './support/loopback.ts';
import keys from './vectors/keys.json' with { type: 'json' };

const never = new AbortController().signal;
const lost = { kind: 'may-have-arrived', doubt: 'connection-lost' };
const unreadable = { kind: 'may-have-arrived', doubt: 'unreadable-answer' };
const unreachable = { kind: 'never-left', why: 'unreachable' };

function post(origin: string, headers: Record<string, string> = {}, signal = never): Promise<Sent> {
  const request = {
    method: 'POST',
    url: `${origin}/v1/ask`,
    headers: { authorization: 'Bearer canary', ...headers },
    body: '{"é":1}',
  } as const;
  return send(request, globalThis.fetch, signal);
}

describe('a request over a real socket', () => {
  it('arrives as it was sealed, and is answered', async () => {
    const seen: unknown[] = [];
    await using server = await http((request, response) => {
      void bodyOf(request).then((body) => {
        seen.push([request.method, request.url, body, request.headers.authorization]);
        response.end('{"code":"OK"}');
      });
    });
    expect(await post(server.origin)).toMatchObject({ kind: 'answer', answer: { status: 200, text: '{"code":"OK"}' } });
    expect(seen).toEqual([['POST', '/v1/ask', '{"é":1}', 'Bearer canary']]);
  });

  it('never left when nobody listens', async () => {
    const server = await http(() => undefined);
    await server[Symbol.asyncDispose]();
    expect(await post(server.origin)).toEqual(unreachable);
  });

  it('never left when the certificate is not trusted', async () => {
    let requests = 0;
    await using server = await https(() => (requests += 1), keys.certificates.pem, keys.merchant.privatePkcs8Pem);
    expect(await post(server.origin)).toEqual(unreachable);
    expect([server.connections(), requests]).toEqual([1, 0]);
  });

  it('never left when the other side does not speak TLS', async () => {
    await using server = await http(() => undefined);
    expect(await post(server.origin.replace('http:', 'https:'))).toEqual(unreachable);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['resets at once', (socket) => socket.resetAndDestroy()],
    ['closes at once', (socket) => socket.end()],
    ['resets after the request', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['closes after the request', (socket) => socket.once('data', () => socket.end())],
    [
      'resets within the head',
      (socket) => socket.once('data', () => socket.write('HTTP/1.1 200 O', () => socket.resetAndDestroy())),
    ],
    ['closes within the head', (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-le'))],
    [
      'closes within the body',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"code":"OK"')),
    ],
    [
      'resets within a chunk',
      (socket) =>
        socket.once('data', () =>
          socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n99\r\n{"code"', () =>
            socket.resetAndDestroy(),
          ),
        ),
    ],
    ['does not speak HTTP', (socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH\r\n'))],
  ])('may have arrived when the other side %s', async (_, serve) => {
    await using server = await raw(serve);
    expect(await post(server.origin)).toEqual(lost);
    expect(server.connections()).toBe(1);
  });

  it('may have arrived when it is stopped while nobody answers', async () => {
    const stop = new AbortController();
    await using server = await raw((socket) => void socket.once('data', () => stop.abort()));
    expect(await post(server.origin, {}, stop.signal)).toEqual({ kind: 'may-have-arrived', doubt: 'no-answer' });
  });

  it('may have arrived when it is stopped within the body', async () => {
    const stop = new AbortController();
    await using server = await http((_, response) => {
      response.write('{"code":');
      setTimeout(() => stop.abort(), 20);
    });
    expect(await post(server.origin, {}, stop.signal)).toEqual({ kind: 'may-have-arrived', doubt: 'no-answer' });
  });

  it('does not read an answer of 64 MiB', async () => {
    let written = 0;
    const chunk = Buffer.alloc(65_536, 0x20);
    await using server = await http((_, response) => {
      const write = (): void => {
        while (written < 67_108_864 && response.writable) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    expect(await post(server.origin)).toEqual(unreadable);
    expect(written).toBeLessThan(33_554_432);
  });

  it.each([301, 302, 303, 307, 308])('is not sent on to where a %d points, here or elsewhere', async (status) => {
    await using elsewhere = await http((_, response) => void response.end('{}'));
    await using server: Loopback = await http((request, response) => {
      const location = request.headers['x-to'] === 'here' ? '/v1/other' : `${elsewhere.origin}/v1/ask`;
      response.writeHead(status, { location }).end('{"code":"OK"}');
    });
    expect([await post(server.origin, { 'x-to': 'here' }), await post(server.origin)]).toEqual([
      unreadable,
      unreadable,
    ]);
    expect(elsewhere.connections()).toBe(0);
  });

  it.each(['a\r\nx-evil: 1', 'a\nb', 'a\u0000b', '☕'])('opens no socket for the header %j', async (value) => {
    await using server = await http((_, response) => void response.end('{}'));
    expect(await post(server.origin, { 'x-device-id': value })).toMatchObject({ kind: 'never-left' });
    expect(server.connections()).toBe(0);
  });
});
