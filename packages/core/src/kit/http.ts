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

/** Causes of causes that are looked at: an error may be its own. */
const MAX_CAUSES = 8;

/** Failures of a connection that was never established: nothing of the request can have left. */
const NEVER_CONNECTED = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENOTFOUND',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Failures that an established connection can meet too: only the call that failed tells them apart. */
const WHILE_CONNECTING = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

/**
 * Sends once and reads the whole answer: the only place that touches the network. A payment request is never repeated
 * here. What `fetch` throws may carry the request, so none of it leaves this file.
 */
export async function send(request: SealedRequest, fetch: typeof globalThis.fetch, signal: AbortSignal): Promise<Sent> {
  if (signal.aborted) return { kind: 'never-left', why: 'aborted' };
  const headers = readHeaders(request.headers);
  if (headers === undefined) return { kind: 'never-left', why: 'unreachable' };
  // All that decides what is sent is named here, so that a polluted prototype has no say in it. A redirect is refused
  // once it is answered, because workerd does not send what says `error`.
  const init = { method: request.method, headers, body: encodeText(request.body), redirect: 'manual', signal } as const;
  try {
    const answered = fetch(request.url, init).then((response) => readAnswer(response, signal));
    return await Promise.race([answered, whenAborted(signal)]);
  } catch (error) {
    if (hasFired(signal)) return { kind: 'may-have-arrived', doubt: 'no-answer' };
    if (neverConnected(error)) return { kind: 'never-left', why: 'unreachable' };
    return { kind: 'may-have-arrived', doubt: 'connection-lost' };
  }
}

/** A header that cannot be sent is found before anything is. */
function readHeaders(headers: SealedRequest['headers']): Headers | undefined {
  try {
    return new Headers(headers);
  } catch {
    return undefined;
  }
}

// A call, because the compiler holds that a property once seen false stays false.
function hasFired(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Rejects when the signal fires: a transport that ignores it must not hold the call open. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Aborted.')), { once: true });
  });
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

function neverConnected(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > MAX_CAUSES) return false;
  // A name with several addresses fails as the sum of its attempts: each must have failed before connecting.
  if (error instanceof AggregateError)
    return error.errors.length > 0 && error.errors.every((each) => neverConnected(each, depth + 1));
  return failedBefore(error) || neverConnected(error.cause, depth + 1);
}

function failedBefore(error: Error): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  return (
    typeof code === 'string' && (NEVER_CONNECTED.has(code) || (WHILE_CONNECTING.has(code) && syscall === 'connect'))
  );
}
