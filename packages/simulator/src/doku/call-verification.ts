import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { SignatureCheck } from '../signature-check.ts';
import type { AccessTokens } from './access-token.ts';
import { checkDokuSignature } from './diagnosis.ts';
import { parseJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { badRequest, invalidFormat, invalidToken, missingField, tokenNotFound, unauthorized } from './response-case.ts';
import type { ResponseCase } from './response-case.ts';
import type { ResolvedDokuSettings } from './settings.ts';
import { signedBodies } from './signed-body.ts';
import { parseTimestamp } from './timestamp.ts';

/** A request as it arrived: what a signature can cover. */
export interface ReceivedCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** Known once it was looked at. */
  signature?: SignatureCheck;
}

/** A request that is the merchant's own, unchanged, with well-formed headers. */
export interface VerifiedCall {
  readonly body: JsonObject;
  readonly externalId: string;
  readonly deviceId: string | undefined;
  /** Equal for two requests with the same path and body. */
  readonly fingerprint: string;
}

/** What verification looks at. */
export interface CallVerification {
  readonly clientId: string;
  readonly secretKey: string;
  readonly tokens: AccessTokens;
  readonly settings: ResolvedDokuSettings;
  /** All paths of the API. */
  readonly paths: readonly string[];
  readonly now: () => number;
}

/** The verified request, or the first thing wrong with it. */
export type Verdict = { readonly verified: VerifiedCall } | { readonly refused: ResponseCase };

/** The documented order: the token first, then who is calling, the signature, and the other headers. */
export function verifyCall(using: CallVerification, call: ReceivedCall, aboutDevice: boolean): Verdict {
  const refused =
    refuseToken(using, call.headers) ??
    refuseTimestamp(call.headers, using.settings, using.now()) ??
    refusePartner(using, call.headers) ??
    refuseSignature(using, call);
  if (refused) return { refused };

  const body = isJson(call.headers) ? parseJsonObject(new TextDecoder().decode(call.bytes)) : undefined;
  if (!body) return { refused: badRequest };
  const refusedHeader =
    refuseExternalId(call.headers) ?? (aboutDevice ? refuseDevice(call.headers, using.settings) : undefined);
  if (refusedHeader) return { refused: refusedHeader };
  const fingerprint = createHash('sha256').update(`${call.path}\n`).update(call.bytes).digest('hex');
  const externalId = call.headers.get('x-external-id') ?? '';
  const deviceId = call.headers.get('x-device-id') ?? undefined;
  return { verified: { body, externalId, deviceId, fingerprint } };
}

/** Shared with the token endpoint, which has the same `X-TIMESTAMP`. */
export function refuseTimestamp(
  headers: Headers,
  settings: ResolvedDokuSettings,
  now: number,
): ResponseCase | undefined {
  const text = headers.get('x-timestamp');
  if (!text) return missingField('X-TIMESTAMP');
  const at = parseTimestamp(text, { fraction: settings.fractionalTimestamps });
  const inWindow = at !== undefined && Math.abs(at - now) <= settings.timestampWindowMs;
  return inWindow ? undefined : invalidFormat('X-TIMESTAMP');
}

/** Whether the request says it carries JSON. */
export function isJson(headers: Headers): boolean {
  return /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '');
}

function bearer(headers: Headers): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

function refuseToken(using: CallVerification, headers: Headers): ResponseCase | undefined {
  if (!headers.get('authorization')) return tokenNotFound;
  const token = bearer(headers);
  return token !== undefined && using.tokens.check(token, using.now()) === 'valid' ? undefined : invalidToken;
}

function refusePartner(using: CallVerification, headers: Headers): ResponseCase | undefined {
  const partner = headers.get('x-partner-id');
  if (!partner) return missingField('X-PARTNER-ID');
  return partner === using.clientId ? undefined : unauthorized('Unknown Client');
}

function refuseSignature(using: CallVerification, call: ReceivedCall): ResponseCase | undefined {
  const signature = call.headers.get('x-signature');
  if (!signature) return missingField('X-SIGNATURE');
  const signed = {
    method: call.method,
    path: call.path,
    accessToken: bearer(call.headers) ?? '',
    timestamp: call.headers.get('x-timestamp') ?? '',
  };
  const bodies = signedBodies(call.bytes, using.settings.signedBody);
  call.signature = checkDokuSignature({ ...signed, body: call.bytes, bodies, signature }, using);
  return call.signature.genuine ? undefined : unauthorized('Invalid Signature');
}

function refuseExternalId(headers: Headers): ResponseCase | undefined {
  const id = headers.get('x-external-id');
  if (!id) return missingField('X-EXTERNAL-ID');
  return /^\d{1,36}$/.test(id) ? undefined : invalidFormat('X-EXTERNAL-ID');
}

/** The customer's device, which payments and refunds name. Documented as required; DOKU's own libraries leave it out. */
function refuseDevice(headers: Headers, settings: ResolvedDokuSettings): ResponseCase | undefined {
  const device = headers.get('x-device-id');
  if (!device && settings.fields === 'strict') return missingField('X-DEVICE-ID');
  if (device && !/^[A-Za-z0-9]{1,64}$/.test(device)) return invalidFormat('X-DEVICE-ID');
  const ip = headers.get('x-ip-address');
  return ip && !isIPv4(ip) ? invalidFormat('X-IP-ADDRESS') : undefined;
}
