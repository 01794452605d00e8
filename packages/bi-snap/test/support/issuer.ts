import { systemRandom, type Clock } from '@bayar/core/kit';
import { accessTokens, type TokenResult, type TokenStore } from '../../src/index.ts';

/** A token endpoint that is watched, and the cache before it. */
export interface Issuer {
  readonly get: (attempt?: { signal?: AbortSignal; refused?: string }) => Promise<TokenResult>;
  /** Headers and body of every token request, oldest first. */
  readonly requests: Request[];
  readonly pass: (ms: number) => void;
  /** How long each sleeper asked to sleep who still does. */
  readonly sleeping: () => number[];
  /** Lets time pass for those who sleep, too. */
  readonly wake: (ms: number) => void;
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
  const sleepers = new Set<{ readonly ms: number; readonly wake: () => void }>();
  const clock: Clock = {
    now: () => new Date(now),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { ms, wake };
        function wake(): void {
          sleepers.delete(sleeper);
          resolve();
        }
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake, { once: true });
      }),
  };
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
    sleeping: () => [...sleepers].map(({ ms }) => ms),
    wake: (ms) => {
      now += ms;
      for (const sleeper of sleepers) if (sleeper.ms <= ms) sleeper.wake();
    },
  };
}

/** What a caller is handed who gets that token. */
export const token = (count: number): TokenResult => ({ kind: 'token', token: `token-${String(count)}` });
/** Lets so many callers ask at once. */
export const concurrently = (callers: number, get: () => Promise<TokenResult>): Promise<TokenResult[]> =>
  Promise.all(Array.from({ length: callers }, get));
