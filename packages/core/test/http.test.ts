import { describe, expect, it, vi } from 'vitest';
import { send, type SealedRequest } from '../src/kit/http.ts';
import { json, text, wire, type Answering } from './support/wire.ts';

const request: SealedRequest = {
  method: 'POST',
  url: 'https://acquirer.example/v1/ask?kept=1',
  headers: {
    'content-type': 'application/json',
    authorization: 'Bearer canary-token',
    'x-signature': 'canary-signature',
  },
  body: '{"title":"é😀\u2028","nul":"\\u0000"}',
};

const MIB = 1_048_576;
const never = new AbortController().signal;

function sent(answer: Answering): ReturnType<typeof send> {
  return send(request, wire(answer).fetch, never);
}

/** A body of so many chunks of 64 KiB, and how many of them were asked for. */
function stream(chunks: number): { readonly answer: Answering; readonly pulled: () => number } {
  let pulled = 0;
  const chunk = new Uint8Array(65_536).fill(0x20);
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (pulled++ < chunks) controller.enqueue(chunk);
      else controller.close();
    },
  });
  return { answer: () => new Response(body), pulled: () => pulled };
}

describe('what is sent', () => {
  it('is the sealed bytes, the path and the headers as they were signed', async () => {
    const network = wire(json({}));
    await send(request, network.fetch, never);
    expect(network.arrived).toHaveLength(1);
    expect(network.arrived[0]).toMatchObject({ url: request.url, method: 'POST', body: request.body });
    expect(Object.fromEntries(network.arrived[0]?.headers ?? [])).toEqual(request.headers);
  });

  it('does not follow redirects', async () => {
    const network = wire(json({}));
    await send(request, network.fetch, never);
    expect(network.arrived[0]?.redirect).toBe('manual');
  });

  it('asks of fetch what an edge runtime can do, and nothing else', async () => {
    const asked: unknown[] = [];
    const fetch = (url: unknown, init?: RequestInit): Promise<Response> => {
      asked.push(url, Object.keys(init ?? {}), init?.redirect);
      return Promise.resolve(new Response('{}'));
    };
    await send(request, fetch, never);
    expect(asked).toEqual([request.url, ['method', 'headers', 'body', 'redirect', 'signal'], 'manual']);
  });

  it('is handed to a fetch that must be called without an owner', async () => {
    const owners: unknown[] = [];
    function bare(this: unknown): Promise<Response> {
      owners.push(this);
      return Promise.resolve(new Response('{}'));
    }
    await send(request, bare, never);
    expect(owners).toEqual([undefined]);
  });
});

describe('an answer', () => {
  it.each([200, 201, 400, 401, 404, 409, 429, 500, 503])('is read whole under the status %d', async (status) => {
    const result = await sent(json({ code: 'é' }, status, { 'retry-after': '3' }));
    if (result.kind !== 'answer') throw new Error(`Not an answer: ${result.kind}.`);
    expect([result.answer.status, result.answer.text, result.answer.headers.get('retry-after')]).toEqual([
      status,
      '{"code":"é"}',
      '3',
    ]);
  });

  it('is read up to 1 MiB, and refused beyond', async () => {
    expect(await sent(text(' '.repeat(MIB)))).toMatchObject({ kind: 'answer' });
    expect(await sent(text(' '.repeat(MIB + 1)))).toEqual({ kind: 'may-have-arrived', doubt: 'unreadable-answer' });
  });

  it('of 64 MiB is cut after the first', async () => {
    const body = stream(1_024);
    expect(await sent(body.answer)).toEqual({ kind: 'may-have-arrived', doubt: 'unreadable-answer' });
    expect(body.pulled()).toBeLessThan(24);
  });

  it('that comes after the call has ended is let go', async () => {
    const stop = new AbortController();
    let answer: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => (answer = resolve));
    const network = wire(() => late);
    const ended = send(request, network.fetch, stop.signal);
    await network.received(1);
    stop.abort();
    expect(await ended).toEqual({ kind: 'may-have-arrived', doubt: 'no-answer' });
    let cancelled = false;
    answer(new Response(new ReadableStream({ cancel: () => void (cancelled = true) })));
    await vi.waitFor(() => expect(cancelled).toBe(true));
  });

  it('whose body breaks off was lost', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
    expect(await sent(() => new Response(body))).toEqual({ kind: 'may-have-arrived', doubt: 'connection-lost' });
  });

  it.each([300, 301, 302, 303, 304, 307, 308])(
    'that redirects with %d is not believed, and its body is let go',
    async (status) => {
      let cancelled = false;
      const body = new ReadableStream({ cancel: () => void (cancelled = true) });
      const answer = (): Response =>
        new Response(status === 304 ? null : body, { status, headers: { location: 'https://evil.example/' } });
      expect(await sent(answer)).toEqual({ kind: 'may-have-arrived', doubt: 'unreadable-answer' });
      expect(cancelled).toBe(status !== 304);
    },
  );

  it('that a fetch went elsewhere for is not believed', async () => {
    const elsewhere = (): Response =>
      Object.defineProperty(new Response('{"code":"OK"}'), 'redirected', { value: true });
    expect(await sent(elsewhere)).toEqual({ kind: 'may-have-arrived', doubt: 'unreadable-answer' });
  });
});

describe('a failure', () => {
  it('carries nothing of the request, whatever went wrong', async () => {
    const failures: Answering[] = [
      () => {
        throw new TypeError('fetch failed');
      },
      () => {
        throw Object.assign(new Error(request.headers['x-signature']), { request, code: 'ECONNRESET' });
      },
      () => {
        throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED', request } });
      },
      () => Promise.reject(new DOMException('canary-token', 'AbortError')),
      () => Response.error(),
      text('x', 500),
    ];
    for (const failure of failures) expect(JSON.stringify(await sent(failure))).not.toContain('canary');
  });

  it('that is thrown as something else than an error is a connection lost', async () => {
    const answer = (): Response => {
      AbortSignal.abort('canary').throwIfAborted();
      return Response.error();
    };
    expect(await sent(answer)).toEqual({ kind: 'may-have-arrived', doubt: 'connection-lost' });
  });

  it('that causes itself ends', async () => {
    const failure = new TypeError('fetch failed');
    failure.cause = failure;
    expect(await sent(() => Promise.reject(failure))).toEqual({ kind: 'may-have-arrived', doubt: 'connection-lost' });
  });
});
