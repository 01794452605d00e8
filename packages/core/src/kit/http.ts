import type { Options } from 'ky';
import { decodeText, encodeText } from './bytes.ts';

/** A request whose bytes are final: what is signed is what is sent. */
export interface SealedRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What sending came to: an answer, or whether the request can have reached the acquirer. */
export type Sent =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'never-left'; readonly why: 'unreachable' | 'aborted' }
  | { readonly kind: 'may-have-arrived'; readonly doubt: 'no-answer' | 'connection-lost' | 'unreadable-answer' };

/** Largest answer read: what any acquirer sends, many times over. */
const MAX_ANSWER_BYTES = 1_048_576;

/** Failures of a connection that was never established: nothing of the request can have left. */
const NEVER_CONNECTED = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Sends once and reads the whole answer: the only place that touches the network. A payment request is never repeated
 * here. ky's errors carry the request with its signature, so none of them leaves this file.
 */
export async function send(request: SealedRequest, fetch: typeof globalThis.fetch, signal: AbortSignal): Promise<Sent> {
  if (signal.aborted) return { kind: 'never-left', why: 'aborted' };
  let left = false;
  // ky hands its own, ordinary object to fetch: without a prototype it supplies nothing either.
  const leave: typeof globalThis.fetch = async (input, init) => {
    signal.throwIfAborted();
    left = true;
    return fetch(input, Object.assign(Object.create(null) as RequestInit, init));
  };
  try {
    const { default: ky } = await import('ky');
    const answered = ky(request.url, options(request, leave, signal)).then((response) => readAnswer(response, signal));
    return await Promise.race([answered, whenAborted(signal)]);
  } catch (error) {
    if (!left) return { kind: 'never-left', why: hasFired(signal) ? 'aborted' : 'unreachable' };
    if (hasFired(signal)) return { kind: 'may-have-arrived', doubt: 'no-answer' };
    if (neverConnected(error)) return { kind: 'never-left', why: 'unreachable' };
    return { kind: 'may-have-arrived', doubt: 'connection-lost' };
  }
}

/** Rejects when the signal fires: a transport that ignores it must not hold the call open. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Aborted.')), { once: true });
  });
}

// A call, because the compiler holds that a property once seen false stays false.
function hasFired(signal: AbortSignal): boolean {
  return signal.aborted;
}

// Every option is named, so that a polluted prototype cannot supply one.
const UNUSED = Object.fromEntries(
  [
    'baseUrl',
    'cache',
    'credentials',
    'dispatcher',
    'integrity',
    'json',
    'keepalive',
    'mode',
    'onDownloadProgress',
    'onUploadProgress',
    'parseJson',
    'priority',
    'referrer',
    'referrerPolicy',
    'stringifyJson',
    'totalTimeout',
    'window',
  ].map((name) => [name, undefined]),
);

function options(request: SealedRequest, fetch: typeof globalThis.fetch, signal: AbortSignal): Options {
  return {
    ...UNUSED,
    method: request.method,
    headers: request.headers,
    body: encodeText(request.body),
    signal,
    fetch,
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    // Not `error`: workerd refuses to send such a request at all. A redirect is refused once it is answered.
    redirect: 'manual',
    hooks: { init: [], beforeRequest: [], beforeRetry: [], beforeError: [], afterResponse: [] },
    prefix: '',
    searchParams: '',
    context: {},
  };
}

async function readAnswer(response: Response, signal: AbortSignal): Promise<Sent> {
  const bytes = isRedirect(response) ? void discard(response) : await readCapped(response, signal);
  const text = bytes === undefined ? undefined : decodeText(bytes);
  if (text === undefined) return { kind: 'may-have-arrived', doubt: 'unreadable-answer' };
  return { kind: 'answer', answer: { status: response.status, headers: response.headers, text } };
}

// Followed or not, a redirect is no answer of the one we asked.
function isRedirect({ status, type, redirected }: Response): boolean {
  return redirected || type === 'opaqueredirect' || (status >= 300 && status < 400);
}

async function discard({ body }: Response): Promise<void> {
  await body?.cancel().catch(() => undefined);
}

async function readCapped(response: Response, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  // The signal stops the body too: a server that drips one byte a second must not hold the call open.
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > MAX_ANSWER_BYTES) {
        stop();
        return undefined;
      }
      chunks.push(part.value);
    }
    signal.throwIfAborted();
    return joined(chunks, size);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A name with several addresses fails as the sum of its attempts: each must have failed before connecting.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverConnected);
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string' && NEVER_CONNECTED.has(code)) return true;
  if (code === 'ETIMEDOUT' && syscall === 'connect') return true;
  return error.cause !== undefined && neverConnected(error.cause);
}
