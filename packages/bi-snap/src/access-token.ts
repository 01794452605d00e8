import * as v from 'valibot';
import type { NotSent } from '@bayar/core';
import { formatJakarta, parseJson, send, startLimit, type Runtime, type Sign } from '@bayar/core/kit';
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

/**
 * Gives the current B2B token, asking for one only when there is none, when it is about to end, or when the caller says
 * which one was refused. Callers that arrive while a token is being fetched wait for that one: ten thousand first
 * payments make one token request. A failure is not remembered.
 */
export function accessTokens(
  source: TokenSource,
): (attempt: { signal: AbortSignal; refused?: string }) => Promise<TokenResult> {
  const store = source.store ?? memoryTokenStore();
  let running: Promise<Lookup> | undefined;
  return ({ signal, refused }) => unlessAborted(signal, () => obtain(refused));

  async function obtain(refused: string | undefined): Promise<TokenResult> {
    while (running !== undefined) {
      const { result, asked } = await running;
      // A look-up that began before the refusal may answer with the refused token from the store: then look again. What
      // the acquirer has just given is not asked for twice, even when it is the same token.
      if (asked || result.kind === 'failed' || result.token !== refused) return result;
    }
    running = currentOrNew(source, store, refused).finally(() => (running = undefined));
    return (await running).result;
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

async function currentOrNew(source: TokenSource, store: TokenStore, refused: string | undefined): Promise<Lookup> {
  const stored = await store.read().then(
    (token) => ({ token }),
    () => undefined,
  );
  // Without the shared token each process would replace everybody else's at each call: better none than that.
  if (stored === undefined) return { result: { kind: 'failed', reason: { why: 'token-unavailable' } }, asked: false };
  const { token } = stored;
  const usable = token !== undefined && token.value !== refused && source.runtime.clock.now().getTime() < token.renewAt;
  if (usable) return { result: { kind: 'token', token: token.value }, asked: false };
  return { result: await fetchToken(source, store), asked: true };
}

async function fetchToken(source: TokenSource, store: TokenStore): Promise<TokenResult> {
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
  // Bounded by itself and not by the first caller: whoever waits for the token must not lose it to another's abort.
  const limit = startLimit(clock, TOKEN_REQUEST_MS);
  const sent = await send(request, fetch, limit.signal).finally(limit.end);
  if (sent.kind === 'never-left') return { kind: 'failed', reason: { why: 'unreachable' } };
  if (sent.kind !== 'answer') return { kind: 'failed', reason: { why: 'token-unavailable' } };
  const body = parseJson(sent.answer.text);
  const coded = codeOf(sent.answer, body);
  if (coded?.code.startsWith('4') === true && !coded.code.startsWith('429')) {
    const hint =
      'Check client id, environment, and that the public key registered at the acquirer belongs to this private key.';
    return { kind: 'failed', reason: { why: 'authentication', code: coded.code, hint } };
  }
  const parsed = v.safeParse(tokenResponse, body);
  if (coded?.keys[0] !== '200/00' || !parsed.success) return { kind: 'failed', reason: { why: 'token-unavailable' } };
  const lifeMs = parsed.output.expiresIn * 1_000;
  const renewAt = askedAt.getTime() + Math.max(lifeMs - EARLY_MS, lifeMs * 0.8);
  // A token that could not be stored is still a token.
  await store.write({ value: parsed.output.accessToken, renewAt }).catch(() => undefined);
  return { kind: 'token', token: parsed.output.accessToken };
}

/** The caller stops waiting when its signal fires; what others wait for goes on. */
function unlessAborted(signal: AbortSignal, obtain: () => Promise<TokenResult>): Promise<TokenResult> {
  const aborted: TokenResult = { kind: 'failed', reason: { why: 'aborted' } };
  if (signal.aborted) return Promise.resolve(aborted);
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(aborted);
    signal.addEventListener('abort', stop, { once: true });
    obtain()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
