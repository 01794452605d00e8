import * as v from 'valibot';
import type { NotSent } from '@bayar/core';
import { formatJakarta, parseJson, send, startLimit, type Answer, type Runtime, type Sign } from '@bayar/core/kit';
import { codeOf } from './response-code.ts';
import { tokenStringToSign } from './string-to-sign.ts';

/** A B2B token and the time from which it is no longer used. */
export interface AccessToken {
  readonly value: string;
  readonly renewAt: number;
}

/** Keeps the current token. Replace it to share one token between processes: acquirers may honour only the latest. */
export interface TokenStore {
  readonly read: () => Promise<AccessToken | undefined>;
  readonly write: (token: AccessToken) => Promise<void>;
}

/** What came of asking for a token. */
export type TokenResult =
  { readonly kind: 'token'; readonly token: string } | { readonly kind: 'failed'; readonly reason: NotSent };

/** How tokens are asked for. */
export interface TokenSource {
  readonly url: string;
  readonly clientId: string;
  readonly sign: Sign;
  readonly runtime: Required<Runtime>;
  readonly store?: TokenStore;
}

/** Tokens are renewed this long before they end, or after four fifths of a short life. */
const EARLY_MS = 60_000;
const TOKEN_REQUEST_MS = 8_000;
/** A look-up of this age is dead: a worker's runtime ends what a request began together with the request. */
const DEAD_AFTER_MS = 2 * TOKEN_REQUEST_MS;

const tokenResponse = v.object({
  // It travels in a header: a character that cannot would make every request fail on its way out.
  accessToken: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,4096}$/)),
  // A number in the sandbox, a string in some samples.
  expiresIn: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.finite(), v.minValue(1)),
});

/** What a look-up came to, and whether the acquirer was asked for it. */
interface Lookup {
  readonly result: TokenResult;
  readonly asked: boolean;
}

/** A look-up that others wait for. */
interface Running {
  readonly lookup: Promise<Lookup>;
  readonly since: number;
}

const ABORTED: TokenResult = { kind: 'failed', reason: { why: 'aborted' } };

/**
 * Gives the current B2B token, asking for one only when there is none, when it is about to end, or when the caller says
 * which one was refused. Callers that arrive while a token is being fetched wait for that one: ten thousand first
 * payments make one token request. When the caller that asks gives up, its request ends with it and one of those who
 * wait asks again. A failure is not remembered.
 */
export function accessTokens(
  source: TokenSource,
): (attempt: { signal: AbortSignal; refused?: string }) => Promise<TokenResult> {
  const store = source.store ?? memoryTokenStore();
  const now = (): number => source.runtime.clock.now().getTime();
  let running: Running | undefined;
  return ({ signal, refused }) => unlessAborted(signal, () => obtain(signal, refused));

  async function obtain(signal: AbortSignal, refused: string | undefined): Promise<TokenResult> {
    for (let other = running; other !== undefined; other = running) {
      const found = await inTime(other, DEAD_AFTER_MS - (now() - other.since), signal);
      if (signal.aborted) return ABORTED;
      // The first to see that it is dead lets the others wait for its own.
      if (found === undefined && running === other) break;
      if (found === undefined || found.result === ABORTED) continue;
      const { result, asked } = found;
      // A look-up that began before the refusal may answer with the refused token from the store: then look again. What
      // the acquirer has just given is not asked for twice, even when it is the same token.
      if (asked || result.kind === 'failed' || result.token !== refused) return result;
    }
    const own = { lookup: currentOrNew(source, store, refused, signal), since: now() };
    running = own;
    return (await own.lookup.finally(() => (running = running === own ? undefined : running))).result;
  }

  /** What the look-up comes to within its life; `undefined` when it does not, or when the caller stops waiting. */
  async function inTime({ lookup }: Running, leftMs: number, signal: AbortSignal): Promise<Lookup | undefined> {
    if (leftMs <= 0) return undefined;
    const life = startLimit(source.runtime.clock, leftMs, signal);
    const over = new Promise<undefined>((resolve) => {
      life.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    return Promise.race([lookup, over]).finally(life.end);
  }
}

/** A token store for one process. */
export function memoryTokenStore(): TokenStore {
  let current: AccessToken | undefined;
  return {
    read: () => Promise.resolve(current),
    write: (token) => {
      current = token;
      return Promise.resolve();
    },
  };
}

async function currentOrNew(
  source: TokenSource,
  store: TokenStore,
  refused: string | undefined,
  signal: AbortSignal,
): Promise<Lookup> {
  const stored = await store.read().then(
    (token) => ({ token }),
    () => undefined,
  );
  // Without the shared token each process would replace everybody else's at each call: better none than that.
  if (stored === undefined) return { result: { kind: 'failed', reason: { why: 'token-unavailable' } }, asked: false };
  const { token } = stored;
  const usable = token !== undefined && token.value !== refused && source.runtime.clock.now().getTime() < token.renewAt;
  if (usable) return { result: { kind: 'token', token: token.value }, asked: false };
  return { result: await fetchToken(source, store, signal), asked: true };
}

async function fetchToken(source: TokenSource, store: TokenStore, signal: AbortSignal): Promise<TokenResult> {
  const { clock, fetch } = source.runtime;
  const askedAt = clock.now();
  const timestamp = formatJakarta(askedAt);
  const headers = {
    'content-type': 'application/json',
    'x-client-key': source.clientId,
    'x-timestamp': timestamp,
    'x-signature': await source.sign(tokenStringToSign(source.clientId, timestamp)),
  };
  const request = { method: 'POST', url: source.url, headers, body: '{"grantType":"client_credentials"}' } as const;
  // It ends with its caller. In a worker it would anyway, and those who wait could not be told.
  const limit = startLimit(clock, TOKEN_REQUEST_MS, signal);
  const sent = await send(request, fetch, limit.signal).finally(limit.end);
  if (sent.kind === 'answer') return readToken(sent.answer, askedAt.getTime(), store);
  if (signal.aborted) return ABORTED;
  return { kind: 'failed', reason: { why: sent.kind === 'never-left' ? 'unreachable' : 'token-unavailable' } };
}

async function readToken(answer: Answer, askedAt: number, store: TokenStore): Promise<TokenResult> {
  const body = parseJson(answer.text);
  const coded = codeOf(answer, body);
  if (coded?.code.startsWith('4') === true && !coded.code.startsWith('429')) {
    const hint =
      'Check client id, environment, and that the public key registered at the acquirer belongs to this private key.';
    return { kind: 'failed', reason: { why: 'authentication', code: coded.code, hint } };
  }
  const parsed = v.safeParse(tokenResponse, body);
  if (coded?.keys[0] !== '200/00' || !parsed.success) return { kind: 'failed', reason: { why: 'token-unavailable' } };
  const lifeMs = parsed.output.expiresIn * 1_000;
  const renewAt = askedAt + Math.max(lifeMs - EARLY_MS, lifeMs * 0.8);
  // A token that could not be stored is still a token.
  await store.write({ value: parsed.output.accessToken, renewAt }).catch(() => undefined);
  return { kind: 'token', token: parsed.output.accessToken };
}

/** The caller stops waiting when its signal fires. */
function unlessAborted(signal: AbortSignal, obtain: () => Promise<TokenResult>): Promise<TokenResult> {
  if (signal.aborted) return Promise.resolve(ABORTED);
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(ABORTED);
    signal.addEventListener('abort', stop, { once: true });
    obtain()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
