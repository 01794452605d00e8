import type { Context } from '../context.ts';
import { formatJakarta } from './jakarta-time.ts';
import type { Message } from './message.ts';
import { openApiHead, sealed } from './open-api.ts';
import type { DanaOptions } from './settings.ts';

/** What a test may want different about the news that a customer unbound. */
export interface UnbindOverrides {
  /** `wrong` signs with the right key over other bytes. */
  readonly signature?: 'valid' | 'wrong';
  /** DANA's sample shows the signature inside `request`, its other messages beside it. */
  readonly signaturePlace?: 'beside' | 'inside';
  readonly clientId?: string;
}

/** Tells the merchant that a customer unbound it inside DANA (DANA reference §2.8). */
export type UnbindNotifier = (accessToken: string, overrides: UnbindOverrides) => void;

/** A notifier that delivers through the courier, to the address agreed with DANA. */
export function createUnbindNotifier(context: Context, options: DanaOptions): UnbindNotifier {
  return (accessToken, overrides) => {
    const url = options.unbindNotifyUrl;
    if (url === undefined) return;
    context.courier.deliver({
      // About no payment.
      reference: '',
      build: (now) => Promise.resolve(notification(context, options, { url, accessToken, now, overrides })),
      acknowledged,
      retryAfterMs: options.notifyRetryAfterMs,
      attempted: ({ verdict, response, problem }) =>
        context.record({
          type: 'unbind-notification-attempted',
          detail: { verdict, status: response?.status, problem },
        }),
    });
  };
}

interface News {
  readonly url: string;
  readonly accessToken: string;
  readonly now: number;
  readonly overrides: UnbindOverrides;
}

function notification(context: Context, options: DanaOptions, { url, accessToken, now, overrides }: News): Request {
  const time = formatJakarta(now);
  const head = {
    ...openApiHead(context, options, 'dana.oauth.unbind.notify'),
    ...(overrides.clientId !== undefined && { clientId: overrides.clientId }),
    reqTime: time,
  };
  const request = { head, body: { unbindAccessToken: [accessToken], unbindTime: time } };
  const body = JSON.stringify(placed(sealed('request', request, options), overrides));
  const sent = overrides.signature === 'wrong' ? body.replace(accessToken, accessToken.toLowerCase()) : body;
  return new Request(url, { method: 'POST', body: sent, headers: { 'Content-Type': 'application/json' } });
}

function placed(message: Message, { signaturePlace }: UnbindOverrides): Message {
  if (signaturePlace !== 'inside') return message;
  return { request: { ...(message['request'] as Message), signature: message['signature'] } };
}

/** What ends the repetition is not documented: an answer of either of DANA's two kinds of interface does here. */
async function acknowledged(response: Response): Promise<boolean> {
  const answer = (await response.json()) as {
    responseCode?: unknown;
    response?: { body?: { resultInfo?: { resultStatus?: unknown } } };
  };
  const agreed = answer.responseCode === '2006500' || answer.response?.body?.resultInfo?.resultStatus === 'S';
  return response.status === 200 && agreed;
}
