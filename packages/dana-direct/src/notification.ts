import * as v from 'valibot';
import { amountSchema, asymmetricStringToSign, readClaim, snapReply, type Claimed } from '@bayar/bi-snap';
import type { InboundMessage, InboundRoute, Notification, Received, Reply, Verdict } from '@bayar/core';
import { attachRaw, parseJson, rsaSha256Verifier, type Clock } from '@bayar/core/kit';
import { refuse, refuseUnreadable, refuseUnverified } from './notification-refusal.ts';
import { decodeNotifiedStatus } from './order-status.ts';
import { decodeTime } from './order-time.ts';
import type { Settings } from './settings.ts';
import { findKey, rememberKey } from './verifying-key.ts';

const payload = v.object({
  originalPartnerReferenceNo: v.pipe(v.string(), v.minLength(1)),
  originalReferenceNo: v.pipe(v.string(), v.minLength(1)),
  merchantId: v.string(),
  amount: amountSchema,
  latestTransactionStatus: v.string(),
  // What no decision about money rests on never costs a payment, whatever DANA makes of it.
  finishedTime: v.fallback(v.optional(v.string()), undefined),
  additionalInfo: v.fallback(
    v.object({
      paidTime: v.fallback(v.optional(v.string()), undefined),
      extendInfo: v.fallback(v.optional(v.string()), undefined),
    }),
    {},
  ),
});

type Payload = v.InferOutput<typeof payload>;

const extendedInfo = v.object({ closedReason: v.string() });

/**
 * DANA's Finish Notify: the order was paid, or closed unpaid. Signed with DANA's key over the public path, the bytes and
 * the time of sending; not over the host, so a message for another merchant verifies too and is told by its merchant id.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/finish-notify | DANA reference: Finish Notify}.
 */
export function finishNotify(settings: Settings, clock: Clock): InboundRoute {
  const verifiers = settings.danaPublicKeys.map(rsaSha256Verifier);
  return Object.freeze({
    kind: 'notification',
    path: 'v1.0/debit/notify',
    announced: 'per-request',
    receive: async (message: InboundMessage): Promise<Received> => {
      const claim = readClaim(message, clock, settings.notificationToleranceMs);
      if (typeof claim === 'string') return refuseUnreadable(claim, message, clock);
      const key = await findKey(verifiers, await textOf(message, claim), claim.signature);
      if (key < 0) return refuseUnverified(claim, message.path, settings.clientId, clock);
      const raw = parseJson(claim.body);
      const wire = v.safeParse(payload, raw);
      if (!wire.success)
        return refuse('malformed', 'The signature is right, the message is not a Finish Notify.', clock);
      if (wire.output.merchantId !== settings.merchantId) {
        return refuse(
          'other-merchant',
          'The message is about another merchant: its notification URL points here.',
          clock,
        );
      }
      const notification = rememberKey(attachRaw(decode(wire.output, settings), raw), key);
      return { kind: 'notification', notification, acknowledge: (verdict) => acknowledge(verdict, clock) };
    },
  });
}

function textOf({ method, path }: InboundMessage, { body, timestamp }: Claimed): Promise<string> {
  return asymmetricStringToSign({ method, path, body, timestamp });
}

function decode(wire: Payload, { payingMeans }: Settings): Notification {
  const code = wire.latestTransactionStatus;
  const status = decodeNotifiedStatus(code, closedReasonOf(wire), payingMeans);
  const paidAt = status === 'paid' ? decodeTime(wire.additionalInfo.paidTime ?? wire.finishedTime) : undefined;
  return {
    // Every delivery has its own time and signature; the order and its status are what make it the same fact.
    id: `${wire.originalReferenceNo}:${code}`,
    reference: wire.originalPartnerReferenceNo,
    acquirerReference: wire.originalReferenceNo,
    status,
    code,
    amounts: [wire.amount],
    ...(paidAt === undefined ? {} : { paidAt }),
  };
}

// JSON inside a string of the JSON: absent from most deliveries, so it only ever adds to what the status says.
function closedReasonOf({ additionalInfo }: Payload): string {
  if (additionalInfo.extendInfo === undefined) return '';
  const extended = v.safeParse(extendedInfo, parseJson(additionalInfo.extendInfo));
  return extended.success ? extended.output.closedReason : '';
}

// Anything but 2005600 makes DANA deliver again, for up to seven days.
function acknowledge(verdict: Verdict, clock: Clock): Reply {
  return verdict === 'accepted'
    ? snapReply('2005600', 'Successful', clock)
    : snapReply('5005601', 'Internal Server Error', clock);
}
