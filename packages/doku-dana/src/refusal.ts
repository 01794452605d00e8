import { readClaim, snapReply, type Claimed, type Unreadable } from '@bayar/bi-snap';
import { parseTime, type Clock } from '@bayar/core/kit';
import type { InboundMessage, Received, Refusal } from '@bayar/core';

/** One way to refuse a message: what it is called, how it is answered (HTTP status and case), and what to do about it. */
export interface Refused {
  readonly refusal: Refusal;
  readonly http: 400 | 401;
  readonly case: string;
  readonly text: string;
  readonly hint: string;
}

/** A message was not believed: the answer in SNAP's shape, with a status that makes DOKU try again. */
export function refuse(
  service: '56' | '73',
  { refusal, http, case: kase, text, hint }: Refused,
  clock: Clock,
): Received {
  return { kind: 'refused', refusal, hint, reply: snapReply(`${String(http)}${service}${kase}`, text, clock) };
}

/** Many times what DOKU sends. Looked at before anything is hashed. */
const MAX_BYTES = 65_536;

/** What a message says that can be checked at all; or why it cannot. */
export function claimIn(message: InboundMessage, clock: Clock, toleranceMs: number): Claimed | Refused {
  if (message.body.length > MAX_BYTES) return TOO_LARGE;
  const claimed = readClaim(message, clock, toleranceMs);
  return typeof claimed === 'string' ? unreadable(claimed, message, clock, toleranceMs) : claimed;
}

const TOO_LARGE: Refused = {
  refusal: 'too-large',
  http: 400,
  case: '00',
  text: 'Bad Request',
  hint: 'The body is larger than any message of DOKU.',
};

function unreadable(problem: Unreadable, message: InboundMessage, clock: Clock, toleranceMs: number): Refused {
  switch (problem) {
    case 'missing-credential':
      return {
        refusal: problem,
        http: 400,
        case: '02',
        text: 'Invalid Mandatory Field X-TIMESTAMP or X-SIGNATURE',
        hint: 'X-TIMESTAMP or X-SIGNATURE is missing. If DOKU sent this, a proxy drops headers: let all X- headers through.',
      };
    case 'malformed':
      return {
        refusal: problem,
        http: 400,
        case: '01',
        text: 'Invalid Field Format X-TIMESTAMP or body',
        hint: 'X-TIMESTAMP is not an ISO 8601 time with its zone, or the body is not UTF-8.',
      };
    case 'stale':
      return {
        refusal: problem,
        http: 401,
        case: '00',
        text: 'Unauthorized. X-TIMESTAMP out of range',
        hint: `X-TIMESTAMP is ${skew(message, clock)} this machine's clock; ${String(toleranceMs / 1_000)} s are tolerated. Synchronise the clock, or refuse what is replayed.`,
      };
  }
}

function skew(message: InboundMessage, clock: Clock): string {
  const time = parseTime(message.headers.get('x-timestamp') ?? '') ?? clock.now();
  const seconds = Math.round((time.getTime() - clock.now().getTime()) / 1_000);
  return seconds < 0 ? `${String(-seconds)} s behind` : `${String(seconds)} s ahead of`;
}
