import { createHash, verify } from 'node:crypto';
import type { DanaSettings } from '../../src/index.ts';
import { createMerchant, orderOf, paths } from './merchant.ts';
import type { Json } from './merchant.ts';

/** A merchant with one order, ORDER-1 unless given another. */
export async function withOrder(settings: DanaSettings = {}, order: Json = orderOf('ORDER-1')) {
  const merchant = createMerchant(settings);
  const { body } = await merchant.call(paths.create, order);
  return { ...merchant, created: body };
}

/** A merchant whose order the customer has paid. */
export async function withPaidOrder(settings: DanaSettings = {}) {
  const merchant = await withOrder(settings);
  await merchant.dana.customer.pay('ORDER-1');
  await merchant.simulator.idle();
  return merchant;
}

/** Checks a received notification as DANA documents it: raw bytes, path of the address called. */
export function isSignedByDana(
  received: { url: string; headers: Headers; body: string } | undefined,
  publicKey: string,
): boolean {
  if (!received) return false;
  const digest = createHash('sha256').update(received.body).digest('hex');
  const signed = `POST:${new URL(received.url).pathname}:${digest}:${received.headers.get('X-TIMESTAMP')}`;
  const signature = Buffer.from(received.headers.get('X-SIGNATURE') ?? '', 'base64');
  return verify('RSA-SHA256', Buffer.from(signed), publicKey, signature);
}
