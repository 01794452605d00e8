import type { InboundMessage, Reply } from '@bayar/core';
import { decodeText, formatJakarta, isFresh, parseTime, type Clock } from '@bayar/core/kit';

/** What the headers and body of a signed SNAP message say, before any of it is believed. */
export interface Claimed {
  readonly timestamp: string;
  readonly signature: string;
  readonly partnerId: string | undefined;
  readonly bearer: string | undefined;
  readonly body: string;
}

/** Why a message cannot even be checked. */
export type Unreadable = 'missing-credential' | 'malformed' | 'stale';

const BEARER = /^bearer +(\S+)$/i;

/** Reads what a signature check needs, and refuses a time outside the tolerance in either direction. */
export function readClaim(message: InboundMessage, clock: Clock, toleranceMs: number): Claimed | Unreadable {
  const timestamp = filled(message.headers, 'x-timestamp');
  const signature = filled(message.headers, 'x-signature');
  if (timestamp === undefined || signature === undefined) return 'missing-credential';
  const time = parseTime(timestamp);
  const body = decodeText(message.body);
  if (time === undefined || body === undefined) return 'malformed';
  if (!isFresh(time, clock.now(), toleranceMs)) return 'stale';
  const partnerId = message.headers.get('x-partner-id') ?? undefined;
  const bearer = BEARER.exec(message.headers.get('authorization') ?? '')?.[1];
  return { timestamp, signature, partnerId, bearer, body };
}

function filled(headers: Headers, name: string): string | undefined {
  const value = headers.get(name);
  return value === null || value === '' ? undefined : value;
}

/** An answer in SNAP's shape: the HTTP status is the code's own, so that a refusal is never mistaken for a receipt. */
export function snapReply(
  code: string,
  text: string,
  clock: Clock,
  more: Readonly<Record<string, unknown>> = {},
): Reply {
  return {
    status: Number(code.slice(0, 3)),
    headers: { 'content-type': 'application/json', 'x-timestamp': formatJakarta(clock.now()) },
    body: JSON.stringify({ responseCode: code, responseMessage: text, ...more }),
  };
}
