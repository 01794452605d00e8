import { realClock } from '../clock.ts';
import { throwawayKeyPair } from '../key-pair.ts';
import { snapVariants, tamperingOf } from '../tampering.ts';
import type { SnapVariant, Tampering } from '../tampering.ts';
import { checkName, readTestPayment } from '../test-payment.ts';
import type { TestPayment, ToldPayment } from '../test-payment.ts';
import type { Message } from './message.ts';
import { notificationBody } from './notification-body.ts';
import type { Order } from './order.ts';
import type { DanaCredentials } from './settings.ts';
import { notificationRequest, notificationSignature } from './signed-notification.ts';

/** Somebody else's. */
const otherMerchantId = '216620000000000009999';

/** What a test notification of DANA says. */
export interface DanaTestNotification {
  /** Where the merchant listens. DANA signs its path. */
  readonly url: string;
  readonly credentials: Pick<DanaCredentials, 'clientId' | 'merchantId'>;
  /** What it is about. */
  readonly payment: TestPayment;
  /** `00` paid, unless told; `05` closed. */
  readonly status?: string;
  /** Milliseconds since the epoch: when it is sent; now unless told. */
  readonly at?: number;
  /** PKCS#8 PEM: what DANA signs with. The key of `danaPublicKey` in every simulator's credentials unless told. */
  readonly danaPrivateKey?: string;
  /** What is wrong with it; nothing unless told. */
  readonly variant?: SnapVariant;
}

/** A notification as DANA sends it, without a running simulator. Throws where it is told what there is not. */
export function signDanaNotification(given: DanaTestNotification): Request {
  const { credentials, url, variant = 'valid', at = realClock().now() } = given;
  checkName('variant', variant, snapVariants);
  const tampering = tamperingOf(variant);
  const now = at + tampering.later;
  const body = tampering.signedBody(JSON.stringify(messageOf(given, tampering, now)));
  const signedUrl = new URL(url);
  signedUrl.pathname = tampering.signedPath(signedUrl.pathname);
  const own = given.danaPrivateKey ?? throwawayKeyPair('dana').privateKey;
  const key = tampering.key === 'own' ? own : throwawayKeyPair('stranger').privateKey;
  const signature = tampering.signature(notificationSignature({ url: signedUrl.href, body, now }, key));
  const { clientId } = credentials;
  return notificationRequest(
    { url, body: tampering.sentBody(body), now, clientId, externalId: String(now).padStart(32, '0') },
    signature,
  );
}

function messageOf(given: DanaTestNotification, { more, merchant }: Tampering, now: number): Message {
  const payment = readTestPayment(given.payment);
  const order = orderOf(given, { ...payment, amount: payment.amount + more }, now);
  return notificationBody(order, {
    merchantId: merchant === 'own' ? given.credentials.merchantId : otherMerchantId,
    ...(given.status !== undefined && { latestTransactionStatus: given.status }),
  });
}

function orderOf(
  { credentials, url }: DanaTestNotification,
  { reference, amount, acquirerReference }: ToldPayment,
  now: number,
): Order {
  return {
    partnerReferenceNo: reference,
    referenceNo: acquirerReference ?? '20260101000000000000000000000000001',
    merchantId: credentials.merchantId,
    subMerchantId: '',
    externalStoreId: '',
    title: '',
    amount,
    content: '',
    createdAt: now,
    expiresAt: now,
    method: undefined,
    paymentCode: undefined,
    pagePath: '',
    returnUrl: '',
    notifyUrl: url,
    status: 'SUCCESS',
    charges: 1,
    paidAt: now,
    refunds: [],
    deliveries: [],
  };
}
