import { describe, expect, it } from 'vitest';
import { send } from '../src/kit/http.ts';
import { bodyOf, http } from './support/loopback.ts';

const BODY = '{"amount":{"value":"25000.00","currency":"IDR"}}';
/** Runs while Object.prototype carries the value. */
async function polluted<T>(key: string, value: unknown, run: () => Promise<T>): Promise<T> {
  Object.defineProperty(Object.prototype, key, { value, configurable: true, enumerable: true, writable: true });
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(Object.prototype, key);
  }
}

/** What a JSON body can put on a prototype, and functions where a program may have put one. */
const values: readonly [string, (evil: string) => unknown][] = [
  ['json', () => ({ evil: true })],
  ['body', () => 'evil'],
  ['method', () => 'DELETE'],
  ['url', (evil) => evil],
  ['input', (evil) => evil],
  ['prefix', (evil) => evil],
  ['prefixUrl', (evil) => evil],
  ['baseUrl', (evil) => evil],
  ['searchParams', () => 'evil=1'],
  ['query', () => 'evil=1'],
  ['path', () => '/evil'],
  ['pathname', () => '/evil'],
  ['host', (evil) => new URL(evil).host],
  ['hostname', () => 'evil.example'],
  ['origin', (evil) => evil],
  ['port', (evil) => new URL(evil).port],
  ['headers', () => ({ 'x-evil': '1' })],
  ['hooks', () => ({ beforeRequest: ['evil'] })],
  ['init', () => [(options: { method?: string }): void => void (options.method = 'PUT')]],
  ['beforeRequest', () => [(): Response => new Response('{"code":"OK"}')]],
  ['beforeRetry', () => ['evil']],
  ['afterResponse', () => [(): Response => new Response('{"code":"EVIL"}')]],
  ['retry', () => 5],
  ['limit', () => 5],
  ['redirect', () => 'follow'],
  ['fetch', () => (): Promise<Response> => Promise.resolve(new Response('{"code":"EVIL"}'))],
  ['dispatcher', (evil) => ({ origin: evil })],
  ['stringifyJson', () => (): string => 'evil'],
  ['duplex', () => 'full'],
  ['window', () => 'evil'],
  ['mode', () => 'no-cors'],
  ['signal', () => 'evil'],
  ['totalTimeout', () => 1],
];

describe('a polluted Object.prototype', () => {
  it.each(values)('with %j changes neither host, path, method nor body', async (key, value) => {
    const seen: unknown[] = [];
    await using evil = await http((_, response) => void response.end('{"code":"EVIL"}'));
    await using server = await http((request, response) => {
      void bodyOf(request).then((body) => {
        // The raw ones: this server is as polluted as the client.
        const host = request.rawHeaders[request.rawHeaders.findIndex((name) => name.toLowerCase() === 'host') + 1];
        seen.push([request.method, request.url, body, host]);
        response.end('{"code":"OK"}');
      });
    });
    const sealed = {
      method: 'POST',
      url: `${server.origin}/v1/ask`,
      headers: { 'content-type': 'application/json' },
      body: BODY,
    } as const;
    const limit = AbortSignal.timeout(2_000);
    const result = await polluted(key, value(evil.origin), () => send(sealed, globalThis.fetch, limit));
    // Refused is as good as unchanged: Node itself cannot work with some of them.
    if (result.kind === 'answer') expect(result.answer.text).not.toContain('EVIL');
    if (result.kind !== 'may-have-arrived' || seen.length > 0) {
      expect(seen).toEqual(
        result.kind === 'never-left' ? [] : [['POST', '/v1/ask', BODY, new URL(server.origin).host]],
      );
    }
    expect(evil.connections()).toBe(0);
  });
});
