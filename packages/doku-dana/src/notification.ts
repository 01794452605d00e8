import * as v from 'valibot';
import { amountSchema, decodeStatus, snapReply, type Claimed } from '@bayar/bi-snap';
import type { InboundMessage, InboundRoute, Notification, Received, Reply, Verdict } from '@bayar/core';
import { defined, parseJson, type Clock, type Runtime } from '@bayar/core/kit';
import type { MerchantTokens } from './merchant-token.ts';
import {
  BAD_TOKEN,
  badSignature,
  isNonSnap,
  MALFORMED,
  NO_TOKEN,
  NON_SNAP,
  OTHER_MERCHANT,
} from './notification-refusals.ts';
import { notificationVerifier } from './notification-signature.ts';
import { claimIn, refuse, type Refused } from './refusal.ts';
import type { Settings } from './settings.ts';

const SERVICE = '56';

/** What of a notification we rely on. DOKU publishes no sample for e-wallets and warns that members may appear. */
const body = v.object({
  originalPartnerReferenceNo: v.pipe(v.string(), v.minLength(1)),
  originalReferenceNo: v.fallback(v.optional(v.string()), undefined),
  latestTransactionStatus: v.pipe(v.string(), v.minLength(1)),
  amount: v.nullish(amountSchema),
});

/**
 * Where DOKU says how a payment ended: authenticated by the token it fetched before and by a signature with the Secret
 * Key over method, public path, token, body and time.
 *
 * DOKU reference: HTTP Notification Sample for SNAP, E-wallet,
 * https://developers.doku.com/get-started-with-doku-api/notification/http-notification-sample-for-snap
 */
export function notificationRoute(
  settings: Settings,
  tokens: MerchantTokens,
  { clock }: Required<Runtime>,
): InboundRoute {
  const { clientId, notificationToleranceMs } = settings;
  const isSigned = notificationVerifier(settings.secretKey);

  async function receive(message: InboundMessage): Promise<Received> {
    if (isNonSnap(message.headers)) return refuse(SERVICE, NON_SNAP, clock);
    const claimed = claimIn(message, clock, notificationToleranceMs);
    if ('refusal' in claimed) return refuse(SERVICE, claimed, clock);
    const refused = await authenticate(message, claimed);
    return refused === undefined ? read(claimed.body, clock) : refuse(SERVICE, refused, clock);
  }

  async function authenticate(message: InboundMessage, claimed: Claimed): Promise<Refused | undefined> {
    if (claimed.bearer === undefined) return NO_TOKEN;
    if (claimed.partnerId !== clientId) return OTHER_MERCHANT;
    if (!(await tokens.verify(claimed.bearer))) return BAD_TOKEN;
    return (await isSigned(message, claimed, claimed.bearer)) ? undefined : badSignature(message);
  }

  return { kind: 'notification', path: 'v1.0/debit/notify', announced: 'registered', receive };
}

function read(text: string, clock: Clock): Received {
  const wire = v.safeParse(body, parseJson(text), { abortEarly: true });
  if (!wire.success) return refuse(SERVICE, MALFORMED, clock);
  return {
    kind: 'notification',
    notification: decode(wire.output),
    acknowledge: (verdict) => acknowledgement(verdict, clock),
  };
}

function decode(wire: v.InferOutput<typeof body>): Notification {
  const {
    originalPartnerReferenceNo: reference,
    originalReferenceNo: acquirerReference,
    latestTransactionStatus: code,
  } = wire;
  const status = decodeStatus(code);
  return {
    // Not the external id: whether a repeated delivery keeps it is not documented.
    id: JSON.stringify([reference, code, acquirerReference ?? '', wire.amount?.minor ?? '']),
    reference,
    ...defined({ acquirerReference }),
    // One code stands for whole and partial refunds, and the message does not list them: only an inquiry can tell.
    status: status === 'refunded' ? 'unknown' : status,
    code,
    amounts: wire.amount ? [wire.amount] : [],
  };
}

const ACKNOWLEDGEMENTS: Readonly<Record<Verdict, readonly [code: string, text: string]>> = {
  accepted: ['2005600', 'Request has been processed successfully'],
  'unknown-payment': ['4045601', 'Transaction Not Found'],
  mismatch: ['4045613', 'Invalid Amount'],
  'retry-later': ['5005600', 'General Error'],
};

function acknowledgement(verdict: Verdict, clock: Clock): Reply {
  const [code, text] = ACKNOWLEDGEMENTS[verdict];
  return snapReply(code, text, clock);
}
