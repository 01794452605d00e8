import { asymmetricStringToSign, tokenStringToSign } from '@bayar/bi-snap';
import { readRsaKey, rsaSha256 } from '@bayar/core/kit';
import type { DanaSettings } from '@bayar/simulator';
import type { DanaDirectConfig } from '../../src/index.ts';
import { openBench, type Bench } from './bench.ts';

/** What DANA answered on the wire. */
export interface Answered {
  readonly path: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Makes one request malformed on its way. */
export type Spoil = (request: Request, privateKey: string) => Promise<Request>;

/** Our client in front of the simulated sandbox, with a hand on the wire between them. */
export interface Uat extends Bench {
  readonly answers: readonly Answered[];
  /** Spoils the next request. */
  readonly spoilNext: (spoil: Spoil) => void;
}

export function openUat(settings: DanaSettings = {}, change: Partial<DanaDirectConfig> = {}): Uat {
  const answers: Answered[] = [];
  const spoils: Spoil[] = [];
  const bench = openBench(settings, change, async (request, send) => {
    const spoil = spoils.shift();
    const { privateKey } = bench.simulator.dana.credentials;
    const response = await send(spoil === undefined ? request : await spoil(request, privateKey));
    const body = (await response.clone().json()) as { responseCode: string; responseMessage: string };
    const { pathname: path } = new URL(request.url);
    answers.push({ path, status: response.status, code: body.responseCode, message: body.responseMessage });
    return response;
  });
  return { ...bench, answers, spoilNext: (spoil) => void spoils.push(spoil) };
}

/** Overrides one header of a request that was signed before. */
export function header(name: string, value: string): Spoil {
  return async (request) => {
    const headers = new Headers(request.headers);
    headers.set(name, value);
    return new Request(request.url, { method: 'POST', headers, body: await request.text() });
  };
}

/** Changes the body, and signs it as it is then: what is wrong is not the signature. */
export function body(change: (text: string) => string): Spoil {
  return async (request, privateKey) => {
    const text = change(await request.text());
    const headers = new Headers(request.headers);
    headers.set('x-signature', await sign(request, text, privateKey));
    return new Request(request.url, { method: 'POST', headers, body: text });
  };
}

async function sign({ url, headers }: Request, text: string, privateKey: string): Promise<string> {
  const key = readRsaKey(privateKey);
  if (typeof key === 'string') throw new Error(key);
  const timestamp = headers.get('x-timestamp') ?? '';
  const client = headers.get('x-client-key');
  const message = { method: 'POST', path: new URL(url).pathname, body: text, timestamp };
  return rsaSha256(key)(client === null ? await asymmetricStringToSign(message) : tokenStringToSign(client, timestamp));
}
