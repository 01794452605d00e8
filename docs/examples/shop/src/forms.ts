import * as v from 'valibot';
import { rupiah, type CreateRefund } from '@bayar/core';
import { menu } from './menu.ts';
import type { Order } from './orders.ts';

/** An id that is hard to guess, and short enough to be the payment's reference at every acquirer. */
export function newOrderId(): string {
  return `K${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
}

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());

const orderForm = v.object({
  id: v.pipe(v.string(), v.regex(/^K[0-9a-f]{20}$/)),
  product: v.picklist(menu.map(({ id }) => id)),
  name: filled,
  // Indonesians write 0812…; payments are asked for with +62812….
  phone: v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll(/[ -]/g, '').replace(/^0/, '+62').replace(/^62/, '+62')),
  ),
  email: v.pipe(v.string(), v.trim(), v.email()),
});

/** Where an order is placed from. */
export interface Visit {
  readonly origin: string;
  readonly language: 'en' | 'id';
  readonly mobile: boolean;
}

/** The order a form asks for; `undefined` when the form is not the shop's. */
export function readOrder(fields: unknown, { origin, language, mobile }: Visit): Order | undefined {
  const { success, output } = v.safeParse(orderForm, fields);
  const product = success ? menu.find((offered) => offered.id === output.product) : undefined;
  if (!success || product === undefined) return undefined;
  const { id, name, phone, email } = output;
  const request = {
    reference: id,
    order: id,
    amount: product.price,
    title: product.name,
    returnUrl: `${origin}/orders/${id}`,
    customer: { id: email, name, email, phone },
    device: { platform: mobile ? 'mobile-web' : 'web' },
    language,
  } as const;
  return { id, product, request, refunds: [] };
}

const refundForm = v.object({
  reference: filled,
  amount: v.pipe(v.string(), v.digits(), v.transform(Number), v.safeInteger()),
});

/** The refund a form asks for; `undefined` when the form is not the shop's. What it breaks is refused when it is asked for. */
export function readRefund(fields: unknown): CreateRefund | undefined {
  const { success, output } = v.safeParse(refundForm, fields);
  return success ? { refundReference: output.reference, amount: rupiah(output.amount) } : undefined;
}
