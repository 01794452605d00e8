import { parseTimestamp } from './jakarta-time.ts';
import type { SignatureCheck } from '../signature-check.ts';
import { checkDanaSignature } from './diagnosis.ts';
import type { ExternalIds } from './external-ids.ts';
import { invalidFormat, invalidSignature, missingField } from './refusal.ts';
import type { DanaOptions } from './settings.ts';

/** Who must be known before a request is read: the merchant; its customer too; or a client asking for a token. */
export type AuthStyle = 'b2b' | 'b2b2c' | 'token';

/** In the order DANA looks for them (DANA reference §9.2). */
const mandatoryHeaders: Readonly<Record<AuthStyle, readonly string[]>> = {
  b2b: ['X-TIMESTAMP', 'X-SIGNATURE', 'X-PARTNER-ID', 'X-EXTERNAL-ID', 'CHANNEL-ID'],
  b2b2c: [
    'X-TIMESTAMP',
    'X-SIGNATURE',
    'X-PARTNER-ID',
    'X-EXTERNAL-ID',
    'CHANNEL-ID',
    'Authorization-Customer',
    'X-DEVICE-ID',
  ],
  token: ['X-TIMESTAMP', 'X-SIGNATURE', 'X-CLIENT-KEY'],
};

/** A request, and what its signature turned out to be once it was looked at. */
export interface SignedCall {
  readonly request: Request;
  readonly body: Uint8Array;
  signature?: SignatureCheck;
}

/** What verification looks at. */
export interface Verification {
  readonly style: AuthStyle;
  readonly options: DanaOptions;
  /** All paths of the API. */
  readonly paths: readonly string[];
  readonly externalIds: ExternalIds;
  readonly now: number;
}

/** Refuses a request whose headers are missing or malformed or whose signature is not the merchant's, in DANA's order. */
export function verifyRequest(call: SignedCall, { style, options, paths, externalIds, now }: Verification): void {
  const { request } = call;
  for (const name of mandatoryHeaders[style]) {
    if (!request.headers.get(name)) throw missingField(name);
  }
  const timestamp = request.headers.get('X-TIMESTAMP') ?? '';
  verifyTimestamp(timestamp, options, now);
  verifyLengths(request, options);

  if (style === 'b2b2c') verifyPosition(request);

  // An unknown client has no registered key, so nothing it sends can be signed.
  call.signature = checkDanaSignature(
    {
      form: style === 'token' ? 'token' : 'request',
      method: request.method,
      url: request.url,
      body: call.body,
      timestamp,
      clientId: request.headers.get(style === 'token' ? 'X-CLIENT-KEY' : 'X-PARTNER-ID') ?? '',
      signature: request.headers.get('X-SIGNATURE') ?? '',
    },
    { clientId: options.clientId, ...options.merchantKeys(), paths },
  );
  if (!call.signature.genuine) throw invalidSignature();
  externalIds.use(request.headers.get('X-EXTERNAL-ID') ?? '', now);
}

/** The longest values of DANA reference §2.1. */
function verifyLengths(request: Request, { channelIdLength }: DanaOptions): void {
  const longest = { 'X-PARTNER-ID': 36, 'X-EXTERNAL-ID': 36, 'CHANNEL-ID': channelIdLength };
  for (const [name, length] of Object.entries(longest)) {
    if ((request.headers.get(name)?.length ?? 0) > length) throw invalidFormat(name);
  }
}

/** Degrees: the 10 characters DANA documents do not even hold its own sample (DANA reference §2.3). */
function verifyPosition(request: Request): void {
  for (const name of ['X-LATITUDE', 'X-LONGITUDE']) {
    const degrees = request.headers.get(name);
    if (degrees && !/^[-+]?\d{1,3}(\.\d+)?$/.test(degrees)) throw invalidFormat(name);
  }
}

function verifyTimestamp(timestamp: string, options: DanaOptions, now: number): void {
  const sentAt = parseTimestamp(timestamp, options.timestampFormat);
  if (sentAt === undefined) throw invalidFormat('X-TIMESTAMP');
  if (options.clockSkewMs !== undefined && Math.abs(now - sentAt) > options.clockSkewMs) {
    throw invalidFormat('X-TIMESTAMP');
  }
}
