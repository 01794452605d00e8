import * as v from 'valibot';
import { snapReply } from '@bayar/bi-snap';
import type { InboundRoute, Received, Refusal, Reply } from '@bayar/core';
import { decodeText, isFresh, parseJson, parseTime, rsaSha256, rsaSha256Verifier, type Clock } from '@bayar/core/kit';
import { decodeTime } from '../order-time.ts';
import type { Settings } from '../settings.ts';
import { responseHead } from './open-api/protocol.ts';
import { readSignedRequest } from './open-api/signed-request.ts';
import { secret, type Secret } from './secret.ts';

/** Customers who took their permission back inside DANA. */
export interface Unbound {
  /** Access tokens that no longer work, the refresh tokens that came with them included. */
  readonly accessTokens: readonly Secret[];
  /** ISO 8601. */
  readonly unboundAt?: string;
}

/** Handles the news that customers unbound. When it fails, DANA is asked to tell again. */
export type UnboundHandler = (unbound: Unbound) => void | Promise<void>;

const NAME = 'dana.oauth.unbind.notify';

const notification = v.object({
  head: v.object({
    function: v.literal(NAME),
    clientId: v.string(),
    reqTime: v.nullish(v.string()),
    reqMsgId: v.nullish(v.string()),
  }),
  body: v.object({
    unbindAccessToken: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
    unbindTime: v.nullish(v.string()),
  }),
});

type Answer = 'accepted' | 'again' | 'refused';
type Acknowledge = (answer: Answer, reqMsgId?: string) => Promise<Reply>;

/**
 * DANA's news that a customer unbound, signed over the text of `request`. Where it is sent is agreed with DANA. Told
 * twice it changes nothing more: a token that is dead stays dead.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/unbind-notify | DANA reference: Unbind Notify}.
 */
export function hearsUnbinding(
  settings: Settings,
  clock: Clock,
  handlers: ReadonlySet<UnboundHandler>,
): InboundRoute['receive'] {
  const verifiers = settings.danaPublicKeys.map(rsaSha256Verifier);
  const acknowledge = acknowledgements(settings, clock);
  const refuse = async (refusal: Refusal, hint: string): Promise<Received> => ({
    kind: 'refused',
    refusal,
    hint,
    reply: await acknowledge(refusal === 'not-supported' ? 'again' : 'refused'),
  });
  return async ({ body }) => {
    const message = readSignedRequest(decodeText(body) ?? '');
    if (message === undefined)
      return refuse('malformed', 'The message is not one of DANA’s Open API, or was parsed before.');
    const { signed, signature } = message;
    const matches = await Promise.all(verifiers.map((verify) => verify(signed, signature)));
    if (!matches.includes(true))
      return refuse(
        'bad-signature',
        'The signature does not match: danaPublicKeys may hold the key of another environment.',
      );
    const wire = v.safeParse(notification, parseJson(signed));
    if (!wire.success) return refuse('malformed', 'The signature is right, the message is not about unbinding.');
    const { head } = wire.output;
    if (head.clientId !== settings.clientId) return refuse('other-merchant', 'The message is for another client.');
    if (isStale(head.reqTime, settings, clock))
      return refuse('stale', 'The message was made too long ago: a replay, or this clock is off.');
    if (!(await handled(handlers, decode(wire.output))))
      return refuse(
        'not-supported',
        'No handler given to onUnbound took it: none was given, or one failed. DANA is asked to tell again.',
      );
    return { kind: 'answered', reply: await acknowledge('accepted', head.reqMsgId ?? undefined) };
  };
}

// How DANA writes the time here is not documented: one nobody can read is no reason to lose the news.
function isStale(reqTime: string | null | undefined, { notificationToleranceMs }: Settings, clock: Clock): boolean {
  const time = parseTime(reqTime ?? '');
  return time !== undefined && !isFresh(time, clock.now(), notificationToleranceMs);
}

function decode({ body }: v.InferOutput<typeof notification>): Unbound {
  const unboundAt = decodeTime(body.unbindTime);
  return { accessTokens: body.unbindAccessToken.map(secret), ...(unboundAt === undefined ? {} : { unboundAt }) };
}

async function handled(handlers: ReadonlySet<UnboundHandler>, unbound: Unbound): Promise<boolean> {
  try {
    for (const handler of handlers) await handler(unbound);
    return handlers.size > 0;
  } catch {
    return false;
  }
}

const RESULTS = {
  accepted: { code: '2006500', text: 'Successful', resultStatus: 'S', resultCode: 'SUCCESS' },
  again: { code: '5006501', text: 'Internal Server Error', resultStatus: 'U', resultCode: 'SYSTEM_ERROR' },
  refused: { code: '4016500', text: 'Unauthorized', resultStatus: 'F', resultCode: 'ILLEGAL_REQUEST' },
} as const;

function acknowledgements(settings: Settings, clock: Clock): Acknowledge {
  const sign = rsaSha256(settings.privateKey);
  return async (answer, reqMsgId) => {
    const { code, text, resultStatus, resultCode } = RESULTS[answer];
    const plain = snapReply(code, text, clock);
    if (settings.widget.unbindAcknowledgement === 'snap') return plain;
    const resultInfo = { resultStatus, resultCode, resultMsg: text };
    const response = { head: responseHead(NAME, settings, clock.now(), reqMsgId), body: { resultInfo } };
    const body = JSON.stringify({ response, signature: await sign(JSON.stringify(response)) });
    return { status: plain.status, headers: { 'content-type': 'application/json' }, body };
  };
}
