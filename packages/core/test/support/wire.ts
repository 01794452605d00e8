import { settle } from './manual-clock.ts';

/** A request as it arrived. */
export interface Arrived {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
  readonly redirect: string;
}

/** How one request is answered. */
export type Answering = (request: Arrived, signal: AbortSignal) => Response | Promise<Response>;

/** A network of one acquirer that answers the n-th request with the n-th answer, and no request beyond. */
export interface Wire {
  readonly fetch: typeof globalThis.fetch;
  readonly arrived: readonly Arrived[];
  /** Resolves once so many requests have arrived. */
  readonly received: (count: number) => Promise<void>;
}

/** Makes a network that gives these answers, in order. */
export function wire(...answers: readonly Answering[]): Wire {
  const arrived: Arrived[] = [];
  return {
    arrived,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { url, method, headers, redirect, signal } = request;
      const seen = { url, method, headers, redirect, body: await request.text() };
      arrived.push(seen);
      const answer = answers[arrived.length - 1];
      if (answer === undefined) throw new TypeError('More requests than answers.');
      return answer(seen, signal);
    },
    received: async (count) => {
      while (arrived.length < count) await settle();
    },
  };
}

/** Answers with a JSON body. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answering {
  return () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** Answers with text. */
export function text(body: string, status = 200): Answering {
  return () => new Response(body, { status });
}

/** Never answers, and stops when it is told to. */
export const hang: Answering = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Aborted.', 'AbortError')), { once: true });
  });

/** Never answers, whatever it is told. */
export const deaf: Answering = () => new Promise(() => undefined);

/** Fails as Node's fetch does, for a reason of the system's. */
export function fails(code: string, syscall?: string): Answering {
  return () => {
    const cause = Object.assign(
      new Error('A failure of the network.'),
      { code },
      syscall === undefined ? {} : { syscall },
    );
    throw new TypeError('fetch failed', { cause });
  };
}

/** An answer whose body the test writes by hand. */
export interface Dripping {
  readonly answer: Answering;
  readonly drip: (text: string) => void;
  readonly end: () => void;
  readonly cancelled: () => boolean;
}

/** Answers with a head, and then a body the test writes by hand. */
export function dripping(): Dripping {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (own) => void (controller = own),
    cancel: () => void (cancelled = true),
  });
  return {
    answer: () => new Response(body),
    drip: (part) => controller?.enqueue(new TextEncoder().encode(part)),
    end: () => controller?.close(),
    cancelled: () => cancelled,
  };
}
