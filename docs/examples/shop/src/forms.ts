import * as v from 'valibot';
import { rupiah, type CreateRefund, type Money } from '@bayar/core';
import { menu } from './menu.ts';

/** An id that is hard to guess, and short enough to be the payment's reference at every acquirer. */
export function newOrderId(): string {
  return `K${crypto.randomUUID().replaceAll('-', '').slice(0, 18)}`;
}

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());

// Indonesians write 0812… and 62812…; payments are asked for with +62812….
const phone = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll(/[ ().-]/g, '').replace(/^(?:0|62)?(?=8)/, '+62')),
  v.regex(/^\+[1-9]\d{7,14}$/),
);

const orderForm = v.object({
  id: v.pipe(v.string(), v.regex(/^K[0-9a-f]{18}$/)),
  product: v.picklist(menu.map(({ id }) => id)),
  name: v.pipe(filled, v.maxLength(60), v.regex(/^[^\p{Cc}\p{Cs}]+$/u)),
  phone,
  email: v.pipe(v.string(), v.trim(), v.email(), v.maxLength(100)),
});

/** An order form that can be served. */
export type OrderForm = v.InferOutput<typeof orderForm>;

/** An order form as it was filled in, and which of its fields are wrong. */
export interface Draft {
  readonly fields: Readonly<Record<keyof OrderForm, string>>;
  readonly wrong: readonly string[];
}

/** A form nobody has filled in. Its id makes one order of two clicks. */
export function newDraft(): Draft {
  return { fields: { id: newOrderId(), product: menu[0]?.id ?? '', name: '', phone: '', email: '' }, wrong: [] };
}

/** Reads an order form: what browsers let pass need not be right, and what was typed is not lost. */
export function readOrderForm(fields: Readonly<Record<string, unknown>>): { form: OrderForm } | { draft: Draft } {
  const { success, output, issues } = v.safeParse(orderForm, fields);
  if (success) return { form: output };
  const wrong = issues.map((issue) => v.getDotPath(issue) ?? '');
  const empty = newDraft().fields;
  const typed = Object.keys(empty).map((key): [string, unknown] => [key, fields[key]]);
  const kept = typed.filter(([key, value]) => typeof value === 'string' && (key !== 'id' || !wrong.includes(key)));
  return { draft: { fields: { ...empty, ...Object.fromEntries(kept) }, wrong } };
}

/** The refund a form asks for, of at most so much; `undefined` when something of it is wrong. */
export function readRefund(fields: unknown, most: Money<'IDR'>): CreateRefund | undefined {
  const wholeRupiah = v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1), v.maxValue(most.minor / 100));
  const { success, output } = v.safeParse(v.object({ reference: filled, amount: wholeRupiah }), fields);
  return success ? { refundReference: output.reference, amount: rupiah(output.amount) } : undefined;
}
