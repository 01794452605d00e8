import { describe, expect, it } from 'vitest';
import { send } from '../src/kit/http.ts';
import { bodyOf, http } from './support/loopback.ts';

const BODY = '{"amount":{"value":"25000.00","currency":"IDR"}}';
const never = new AbortController().signal;

/** Runs while Object.prototype carries the value. */
async function polluted<T>(key: string, value: unknown, run: () => Promise<T>): Promise<T> {
  Object.defineProperty(Object.prototype, key, { value, configurable: true, enumerable: true, writable: true });
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(Object.prototype, key);
  }
}

describe('a polluted Object.prototype', () => {
  const called: string[] = [];
  const hook = [(): Response => (called.push('hook'), new Response('{"code":"OK"}'))];

  it.each<[string, (evil: string) => unknown]>([
    ['json', () => ({ evil: true })],
    ['body', () => 'evil'],
    ['method', () => 'DELETE'],
    ['url', (evil) => evil],
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
    ['hooks', () => ({ beforeRequest: hook, afterResponse: hook })],
    ['init', () => [(options: { method?: string }): void => void (options.method = 'PUT')]],
    ['beforeRequest', () => hook],
    ['afterResponse', () => hook],
    ['retry', () => 5],
    ['limit', () => 5],
    ['redirect', () => 'follow'],
    ['fetch', () => (): Promise<Response> => (called.push('fetch'), Promise.resolve(new Response('{}')))],
    ['dispatcher', () => ({ dispatch: (): boolean => (called.push('dispatcher'), false) })],
    ['stringifyJson', () => (): string => 'evil'],
    ['duplex', () => 'full'],
    ['window', () => 'evil'],
    ['mode', () => 'no-cors'],
    ['signal', () => AbortSignal.abort()],
    ['timeout', () => 1],
    ['totalTimeout', () => 1],
  ])('with a %s changes neither host, path, method nor body', async (key, value) => {
    const seen: unknown[] = [];
    called.length = 0;
    await using evil = await http((_, response) => void response.end('{}'));
    await using server = await http((request, response) => {
      void bodyOf(request).then((body) => {
        seen.push([request.method, request.url, body, request.headers.host]);
        response.end('{"code":"OK"}');
      });
    });
    const request = Object.assign(Object.create(null) as object, {
      method: 'POST' as const,
      url: `${server.origin}/v1/ask`,
      headers: { 'content-type': 'application/json' },
      body: BODY,
    });
    const fetch = globalThis.fetch;
    const result = await polluted(key, value(evil.origin), () => send(request, fetch, never));
    const arrived = ['POST', '/v1/ask', BODY, new URL(server.origin).host];
    // Refused is as good as unchanged: Node itself cannot work with some of them.
    expect(seen).toEqual(result.kind === 'answer' ? [arrived] : []);
    expect([evil.connections(), called]).toEqual([0, []]);
  });
});
