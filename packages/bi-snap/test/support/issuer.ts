import { systemRandom, type Clock } from '@bayar/core/kit';
import { accessTokens, type TokenResult, type TokenStore } from '../../src/index.ts';

/** A token endpoint that is watched, and the cache before it. */
export interface Issuer {
  readonly get: (attempt?: { signal?: AbortSignal; refused?: string }) => Promise<TokenResult>;
  /** Headers and body of every token request, oldest first. */
  readonly requests: Request[];
  readonly pass: (ms: number) => void;
}

/** What the endpoint answers to the first, second, … request. */
export type Answer = (count: number) => Response | Promise<Response>;

/** A token, numbered. */
export function granted(count: number, expiresIn: unknown = 900): Response {
  return Response.json({
    responseCode: '2007300',
    accessToken: `token-${String(count)}`,
    tokenType: 'Bearer',
    expiresIn,
  });
}

/** Starts at 2026-01-02T03:04:05Z. */
export function issuer(answer: Answer = granted, store?: TokenStore): Issuer {
  let now = Date.parse('2026-01-02T03:04:05Z');
  const requests: Request[] = [];
  const clock: Clock = { now: () => new Date(now), sleep: (_, signal) => aborted(signal) };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push(new Request(input, init));
    return answer(requests.length);
  };
  const tokens = accessTokens({
    url: 'https://acquirer.example/token',
    clientId: 'CLIENT',
    sign: (text) => Promise.resolve(`signed(${text})`),
    runtime: { fetch, clock, random: systemRandom },
    ...(store === undefined ? {} : { store }),
  });
  return {
    get: (attempt = {}) => tokens({ signal: new AbortController().signal, ...attempt }),
    requests,
    pass: (ms) => void (now += ms),
  };
}

function aborted(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

/** What a caller is handed who gets that token. */
export const token = (count: number): TokenResult => ({ kind: 'token', token: `token-${String(count)}` });
/** Lets so many callers ask at once. */
export const concurrently = (callers: number, get: () => Promise<TokenResult>): Promise<TokenResult[]> =>
  Promise.all(Array.from({ length: callers }, get));
