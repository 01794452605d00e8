import { rupiah, type Needing, type PaymentRef } from '@bayar/core';
import { systemRandom, type Clock } from '@bayar/core/kit';
import { dokuDana, type DokuDana, type DokuDanaConfig, type DokuDanaRuntime } from '../src/index.ts';
import recorded from './vectors/doku.json' with { type: 'json' };

/** Keys, secret and client of the recorded vectors. */
export const account = recorded.meta;
export const vectors = recorded;

/** A configuration that works. */
export const config: DokuDanaConfig = {
  environment: 'sandbox',
  clientId: account.clientId,
  secretKey: account.clientSecret,
  privateKey: account.merchantPrivateKeyPkcs8Pem,
  dokuPublicKey: account.dokuPublicKeySpkiPem,
};

/** A clock that stands still until it is told. */
export interface ManualClock extends Clock {
  readonly advance: (ms: number) => void;
}

export function manualClock(start: string): ManualClock {
  let now = Date.parse(start);
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => new Date(now),
    sleep: (ms, signal) =>
      new Promise((wake) => {
        sleepers.push({ at: now + ms, wake });
        signal?.addEventListener('abort', () => wake(), { once: true });
      }),
    advance: (ms) => {
      now += ms;
      const due = sleepers.filter(({ at }) => at <= now);
      sleepers = sleepers.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
    },
  };
}

/** What DOKU answers to one request; `call` counts from 1. */
export type Answer = (request: Request, call: number) => Response | Promise<Response>;

/** A gateway whose acquirer is the test. */
export interface Bench {
  readonly doku: DokuDana;
  readonly clock: ManualClock;
  /** Business requests, oldest first, bodies still to be read. */
  readonly sent: Request[];
  readonly tokenRequests: Request[];
}

export interface BenchOptions {
  readonly token?: Answer;
  readonly at?: string;
  readonly config?: Partial<DokuDanaConfig>;
  readonly runtime?: DokuDanaRuntime;
}

export function openBench(answer: Answer, options: BenchOptions = {}): Bench {
  const clock = manualClock(options.at ?? '2026-01-02T10:04:06+07:00');
  const sent: Request[] = [];
  const tokenRequests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isToken = request.url.endsWith('/authorization/v1/access-token/b2b');
    const kept = isToken ? tokenRequests : sent;
    kept.push(request.clone());
    return isToken ? (options.token ?? grantToken)(request, kept.length) : answer(request, kept.length);
  };
  const doku = dokuDana({ ...config, ...options.config }, { fetch, clock, random: systemRandom, ...options.runtime });
  return { doku, clock, sent, tokenRequests };
}

export function grantToken(_: Request, call: number): Response {
  return Response.json({
    responseCode: '2007300',
    accessToken: `TOKEN-${String(call)}`,
    tokenType: 'Bearer',
    expiresIn: 900,
  });
}

/** DOKU's answer with a code: the status line is the code's own unless told. */
export function coded(code: string, more: object = {}, init: ResponseInit = {}): Response {
  return Response.json(
    { responseCode: code, responseMessage: 'said DOKU', ...more },
    { status: Number(code.slice(0, 3)), ...init },
  );
}

export const PAGE = 'https://app-uat.doku.com/link/283702597342040';

/** DOKU's published answer to a payment request. */
export function createdAnswer(more: object = {}): Response {
  return coded('2000500', { webRedirectUrl: PAGE, partnerReferenceNo: 'INV-0001', ...more });
}

/** The order of the recorded vectors. */
export function order(more: Partial<Needing<'device'>> = {}): Needing<'device'> {
  return {
    reference: 'INV-0001',
    amount: rupiah(10_000),
    title: 'Shoes',
    returnUrl: 'https://www.merchant.co.id/return?order=INV-0001',
    device: { platform: 'app', id: 'device123', ip: '203.0.113.10' },
    ...more,
  };
}

/** A payment of that order as a ledger holds it. */
export function stored(more: Partial<PaymentRef> = {}): PaymentRef {
  return {
    acquirer: 'doku-dana',
    adapter: 'doku-dana',
    reference: 'INV-0001',
    amount: rupiah(10_000),
    createdAt: '2026-01-02T03:00:00.000Z',
    locator: { expiresAt: '2026-01-02T04:00:00.000Z', deviceId: 'device123' },
    ...more,
  };
}

export const refundRequest = {
  refundReference: 'INV-REF-0001',
  amount: rupiah(10_000),
  reason: 'Request by Customer',
} as const;
