import { minify, snapReply, type Claimed, type Unreadable } from '@bayar/bi-snap';
import type { InboundMessage, Received, Refusal } from '@bayar/core';
import { parseTime, type Clock } from '@bayar/core/kit';

type Reason = Unreadable | Extract<Refusal, 'body-was-parsed' | 'bad-signature' | 'other-merchant'>;

// DANA documents 2005600 and 5005601 only, and delivers again after any other answer; the rest follow its own requests.
const ANSWERS: Readonly<Record<Reason, readonly [code: string, text: string]>> = {
  'missing-credential': ['4005602', 'Invalid Mandatory Field X-SIGNATURE or X-TIMESTAMP'],
  malformed: ['4005600', 'Bad Request'],
  stale: ['4015600', 'Unauthorized. Invalid X-TIMESTAMP'],
  'body-was-parsed': ['4015600', 'Unauthorized. Invalid Signature'],
  'bad-signature': ['4015600', 'Unauthorized. Invalid Signature'],
  'other-merchant': ['4045608', 'Invalid Merchant'],
};

/** Refuses a message in DANA's shape, and tells the merchant what usually causes it. */
export function refuse(refusal: Reason, hint: string, clock: Clock): Received {
  const [code, text] = ANSWERS[refusal];
  return { kind: 'refused', refusal, hint, reply: snapReply(code, text, clock) };
}

/** Why a message whose claim cannot be read is refused. */
export function refuseUnreadable(why: Unreadable, message: InboundMessage, clock: Clock): Received {
  switch (why) {
    case 'missing-credential':
      return refuse(why, 'X-SIGNATURE or X-TIMESTAMP is missing: not from DANA, or a proxy drops the headers.', clock);
    case 'malformed':
      return refuse(why, 'X-TIMESTAMP is no ISO 8601 time with its zone, or the body is not UTF-8.', clock);
    case 'stale':
      return refuse(why, `X-TIMESTAMP is ${skewOf(message, clock)}: a replay, or this machine's clock is off.`, clock);
  }
}

/** Why a message is refused whose signature does not match: the usual cause where it shows, the usual causes where not. */
export function refuseUnverified(claim: Claimed, path: string, clientId: string, clock: Clock): Received {
  if (claim.body === '' || claim.body === '[object Object]' || minify(claim.body) !== claim.body) {
    const hint = 'The body is not what DANA sent: something parsed it before. Hand over the bytes as they arrived.';
    return refuse('body-was-parsed', hint, clock);
  }
  const whose =
    claim.partnerId === undefined || claim.partnerId === clientId ? '' : ' X-PARTNER-ID names another client.';
  const hint =
    `The signature does not match.${whose} The usual causes: danaPublicKeys holds the key of another environment; ` +
    `the body was parsed and written again; or a proxy changed the path: this one was checked as ${path}.`;
  return refuse('bad-signature', hint, clock);
}

function skewOf(message: InboundMessage, clock: Clock): string {
  const sentAt = parseTime(message.headers.get('x-timestamp') ?? '')?.getTime() ?? 0;
  const seconds = Math.round((sentAt - clock.now().getTime()) / 1_000);
  return seconds < 0 ? `${String(-seconds)} seconds in the past` : `${String(seconds)} seconds in the future`;
}
