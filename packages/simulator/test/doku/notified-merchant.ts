import { createHash, createHmac, createPublicKey, createVerify } from 'node:crypto';
import type { DeliveryAttempt, DokuCredentials, DokuSettings, Send, Simulator } from '../../src/index.ts';
import { openShop } from './merchant.ts';
import type { Merchant } from './merchant.ts';

export const tokenUrl = 'https://shop.example/v1.0/access-token/b2b';
export const notificationUrl = 'https://shop.example/v1.0/debit/notify';

/** A notification as the merchant received it, with its own judgement. */
export interface Received {
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  readonly at: number;
  /** Whether token and signature are right. */
  readonly genuine: boolean;
}

/** The merchant's two inbound endpoints, verifying with code of their own. */
export interface NotifiedMerchant {
  readonly send: Send;
  readonly received: Received[];
  readonly tokenRequests: Request[];
  /** Used for every request until changed. */
  answerToken: (token: string) => Response | Promise<Response>;
  answerNotification: (genuine: boolean) => Response | Promise<Response>;
  /** Must be set before the first notification. */
  credentials: DokuCredentials | undefined;
  now: () => number;
}

/** A merchant who gives tokens and acknowledges what is genuine. */
export function notifiedMerchant(): NotifiedMerchant {
  const given: string[] = [];
  const merchant: NotifiedMerchant = {
    received: [],
    tokenRequests: [],
    credentials: undefined,
    now: () => 0,
    answerToken: (accessToken) =>
      Response.json({
        responseCode: '2007300',
        responseMessage: 'Successful',
        accessToken,
        tokenType: 'Bearer',
        expiresIn: 900,
      }),
    answerNotification: (genuine) =>
      Response.json({ responseCode: genuine ? '2005600' : '4015600' }, { status: genuine ? 200 : 401 }),
    async send(request) {
      const { credentials } = merchant;
      if (!credentials) throw new Error('No credentials yet');
      if (request.url === tokenUrl) {
        merchant.tokenRequests.push(request);
        if (!isTokenRequestGenuine(request, credentials)) return new Response('{}', { status: 401 });
        given.push(`token-${given.length + 1}`);
        return merchant.answerToken(given.at(-1) ?? '');
      }
      const text = await request.text();
      const genuine = given.some((token) => isNotificationGenuine(request, text, token, credentials));
      const body: Readonly<Record<string, unknown>> = JSON.parse(text);
      merchant.received.push({ body, headers: request.headers, at: merchant.now(), genuine });
      return merchant.answerNotification(genuine);
    },
  };
  return merchant;
}

function isTokenRequestGenuine({ headers }: Request, { clientId, dokuPublicKey }: DokuCredentials): boolean {
  return (
    headers.get('x-client-key') === clientId &&
    createVerify('RSA-SHA256')
      .update(`${clientId}|${headers.get('x-timestamp')}`)
      .verify(createPublicKey(dokuPublicKey), headers.get('x-signature') ?? '', 'base64')
  );
}

function isNotificationGenuine(request: Request, text: string, token: string, credentials: DokuCredentials): boolean {
  const { headers } = request;
  const hash = createHash('sha256').update(text).digest('hex');
  const stringToSign = `POST:/v1.0/debit/notify:${token}:${hash}:${headers.get('x-timestamp')}`;
  const expected = createHmac('sha512', credentials.secretKey).update(stringToSign).digest('base64');
  return headers.get('authorization') === `Bearer ${token}` && headers.get('x-signature') === expected;
}

/** A simulator that notifies, with one payment waiting for its customer. */
export interface NotifiedShop {
  readonly simulator: Simulator;
  readonly merchant: Merchant;
  readonly inbound: NotifiedMerchant;
  readonly deliveries: () => readonly DeliveryAttempt[];
  /** The customer pays, and the first notification ends. */
  readonly pay: () => Promise<void>;
}

/** Registers the merchant and creates the payment. */
export async function openNotified(settings: DokuSettings = {}): Promise<NotifiedShop> {
  const inbound = notifiedMerchant();
  const { simulator, merchant } = openShop(settings, inbound.send);
  inbound.credentials = simulator.doku.credentials;
  inbound.now = simulator.clock.now;
  simulator.doku.register({ tokenUrl, notificationUrl });
  await merchant.pay({}, { externalId: '42' });
  return {
    simulator,
    merchant,
    inbound,
    deliveries: () => simulator.doku.payment('INV-0001')?.deliveries ?? [],
    async pay() {
      await simulator.doku.customer.pay('INV-0001');
      await simulator.idle();
    },
  };
}
