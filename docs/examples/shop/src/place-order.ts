import { newOrderId, type OrderForm } from './forms.ts';
import { menu } from './menu.ts';
import type { Order, Orders } from './orders.ts';

/** Where an order is placed from. */
export interface Visit {
  readonly origin: string;
  readonly language: 'en' | 'id';
  readonly mobile: boolean;
}

/**
 * Adds the order a form asks for. Sent twice, a form makes one order. Gone back to and changed, it makes another: a
 * reference stands for one intent.
 */
export function placeOrder(orders: Orders, form: OrderForm, visit: Visit): Order {
  const earlier = orders.find(form.id);
  if (earlier !== undefined && asksForTheSame(earlier, form)) return earlier;
  return orders.add(newOrder(earlier === undefined ? form.id : newOrderId(), form, visit));
}

function asksForTheSame({ product, request: { customer } }: Order, form: OrderForm): boolean {
  return (
    product.id === form.product &&
    customer.name === form.name &&
    customer.phone === form.phone &&
    customer.email === form.email
  );
}

// What it costs is the menu's to say, never the form's.
function newOrder(id: string, { product: ordered, name, phone, email }: OrderForm, visit: Visit): Order {
  const product = menu.find((offered) => offered.id === ordered);
  if (product === undefined) throw new TypeError(`${ordered} is not on the menu.`);
  const request = {
    reference: id,
    order: id,
    amount: product.price,
    title: product.name,
    returnUrl: `${visit.origin}/orders/${id}`,
    customer: { id: email, name, email, phone },
    device: { platform: visit.mobile ? 'mobile-web' : 'web' },
    language: visit.language,
  } as const;
  return { id, product, request, refunds: [], refundsTried: [] };
}
