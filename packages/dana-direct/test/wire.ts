/** One request as it reached the network. */
export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly redirect: RequestRedirect;
  readonly body: string;
}

/** What the network does with one request. */
export type Answer = (request: SentRequest, signal: AbortSignal) => Response | Promise<Response>;

/** A network that gives the answers in turn, the last one for ever, and keeps what was sent. */
export function answering(...answers: readonly Answer[]): { fetch: typeof globalThis.fetch; sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { url, method, headers, redirect, signal, ...request } = await opened(input, init);
    sent.push({ url, method, headers, redirect, body: request.body });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer === undefined) throw new Error('This network was not to be used.');
    return answer({ url, method, headers, redirect, body: request.body }, signal);
  };
  return { fetch, sent };
}

async function opened(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<SentRequest & { readonly signal: AbortSignal }> {
  const request = new Request(input, init);
  const { url, method, headers, redirect, signal } = request;
  return { url, method, headers, redirect, signal, body: await request.text() };
}

/** A body in DANA's shape. */
export interface Coded {
  readonly responseCode: string;
  readonly [field: string]: unknown;
}

/** An answer in DANA's shape: the HTTP status is the code's own unless told. */
export function answer(body: Coded, status = Number(body.responseCode.slice(0, 3))): Answer {
  return () => Response.json(body, { status });
}

/** An answer by code alone. */
export function coded(responseCode: string, status?: number): Answer {
  return answer({ responseCode, responseMessage: 'as documented' }, status);
}

/** An answer in nobody's shape. */
export function text(body: string, init: ResponseInit = {}): Answer {
  return () => new Response(body, init);
}

/** What `fetch` rejects with when the connection fails for the reason. */
export function failing(code: string): Answer {
  return () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };
}

/** A peer that takes the request and says nothing until the caller gives up. */
export const hanging: Answer = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
