import { parseTimestamp } from './jakarta-time.ts';
import { invalidFormat, invalidSignature, missingField } from './refusal.ts';
import type { DanaOptions } from './settings.ts';
import { isSignatureOf, requestToSign, tokenRequestToSign } from './signature.ts';

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

/** Refuses a request whose headers are missing or malformed or whose signature is not the merchant's, in DANA's order. */
export function verifyRequest(
  request: Request,
  body: Uint8Array,
  style: AuthStyle,
  options: DanaOptions,
  now: number,
): void {
  for (const name of mandatoryHeaders[style]) {
    if (!request.headers.get(name)) throw missingField(name);
  }
  const timestamp = request.headers.get('X-TIMESTAMP') ?? '';
  verifyTimestamp(timestamp, options, now);

  if (style === 'b2b2c') verifyPosition(request);

  const client = request.headers.get(style === 'token' ? 'X-CLIENT-KEY' : 'X-PARTNER-ID');
  const signed =
    style === 'token'
      ? tokenRequestToSign(options.clientId, timestamp)
      : requestToSign(request.method, new URL(request.url).pathname, body, timestamp);
  const signature = request.headers.get('X-SIGNATURE') ?? '';
  // An unknown client has no registered key, so nothing it sends can be signed.
  if (client !== options.clientId || !isSignatureOf(signature, signed, options.merchantKeys().publicKey)) {
    throw invalidSignature();
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
