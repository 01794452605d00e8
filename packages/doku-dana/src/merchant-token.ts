import * as v from 'valibot';
import {
  decodeBase64,
  decodeText,
  encodeBase64,
  encodeText,
  parseJson,
  publicHalf,
  rsaSha256,
  rsaSha256Verifier,
  type Runtime,
} from '@bayar/core/kit';
import type { Settings } from './settings.ts';

/** How long a token given to DOKU is valid. */
export const TOKEN_LIFE_S = 900;

/** The tokens the merchant gives to DOKU: signed with the merchant's key, and accepted from nobody else. */
export interface MerchantTokens {
  readonly issue: () => Promise<string>;
  readonly verify: (token: string) => Promise<boolean>;
}

/** Longest token DOKU is documented to take. */
const MAX_LENGTH = 2_048;
/** `nbf` lies this far back, because the next process to see the token may have a slower clock. */
const SKEW_S = 60;
// Every token of ours starts with exactly these bytes, so no header is ever parsed and no algorithm ever chosen.
const HEADER = toBase64Url(encodeBase64(encodeText('{"alg":"RS256","typ":"JWT"}')));

const seconds = v.pipe(v.number(), v.integer());

/** JSON Web Tokens, RS256 only. */
export function merchantTokens(settings: Settings, runtime: Required<Runtime>): MerchantTokens {
  const { issuer, clientId } = settings;
  const sign = rsaSha256(settings.privateKey);
  const isSigned = rsaSha256Verifier(publicHalf(settings.privateKey));
  const claims = v.object({ exp: seconds, nbf: seconds, iss: v.literal(issuer), clientId: v.literal(clientId) });
  const now = (): number => Math.floor(runtime.clock.now().getTime() / 1_000);

  async function issue(): Promise<string> {
    const iat = now();
    const payload = {
      exp: iat + TOKEN_LIFE_S,
      iat,
      nbf: iat - SKEW_S,
      iss: issuer,
      clientId,
      jti: runtime.random.token(),
    };
    const signed = `${HEADER}.${toBase64Url(encodeBase64(encodeText(JSON.stringify(payload))))}`;
    return `${signed}.${toBase64Url(await sign(signed))}`;
  }

  async function verify(token: string): Promise<boolean> {
    const [header, payload, signature, ...more] = token.length > MAX_LENGTH ? [] : token.split('.');
    if (header !== HEADER || payload === undefined || signature === undefined || more.length > 0) return false;
    if (!(await isSigned(`${header}.${payload}`, fromBase64Url(signature)))) return false;
    const read = v.safeParse(claims, parsePayload(payload));
    return read.success && read.output.nbf <= now() && now() < read.output.exp;
  }

  return { issue, verify };
}

function parsePayload(payload: string): unknown {
  const bytes = decodeBase64(fromBase64Url(payload));
  const text = bytes && decodeText(bytes);
  return text === undefined ? undefined : parseJson(text);
}

function toBase64Url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Padded again, so that the strict base64 reader judges it; the characters base64url does not have make it fail there. */
function fromBase64Url(text: string): string {
  const base64 = text.replaceAll(/[+/=]/g, '.').replaceAll('-', '+').replaceAll('_', '/');
  return base64.padEnd(Math.ceil(base64.length / 4) * 4, '=');
}
