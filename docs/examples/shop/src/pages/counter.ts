import { html } from 'hono/html';
import type { Money } from '@bayar/core';
import { formatRupiah } from '../money.ts';
import type { Offer } from '../offer.ts';
import type { Order } from '../orders.ts';
import type { Text } from '../text/en.ts';
import type { Html } from './layout.ts';

/** What the shop's staff can do about a paid order: refund it, whole or in part, or read why not. */
export function counter(text: Text, order: Order, { refund, parts, left }: Offer): Html {
  if (refund === undefined || order.payment === undefined) return html``;
  const { acquirer } = order.payment;
  return html`
<section class="counter" aria-labelledby="counter">
  <h2 id="counter">${text.counter}</h2>
  <p class="why">${text.counterNote}</p>
  ${refund === 'unsupported' ? html`<p>${text.noRefund(acquirer)}</p>` : ''}
  ${refund === 'possible' ? whole(text, order, left) : ''}
  ${refund === 'possible' && parts !== 'no' ? part(text, order, { acquirer, parts, left }) : ''}
</section>`;
}

// Each refund has a reference of its own, made with the page: pressing twice refunds once.
function form({ id, refunds }: Order, content: Html): Html {
  return html`
<form method="post" action="/orders/${id}/refund">
  <input type="hidden" name="reference" value="${id}-R${refunds.length + 1}">
  ${content}
</form>`;
}

function whole(text: Text, order: Order, left: Money): Html {
  const label = text.refundAll(formatRupiah(left));
  return form(order, html`<input type="hidden" name="amount" value="${left.minor / 100}"><button>${label}</button>`);
}

function part(text: Text, order: Order, { acquirer, parts, left }: { acquirer: string; parts: Offer['parts']; left: Money }): Html {
  const most = left.minor / 100;
  return form(
    order,
    html`
  <label>${text.part(String(most))}
    <input name="amount" type="number" inputmode="numeric" required min="1" max="${most}" step="1"></label>
  <button>${text.refundPart}</button>
  ${parts === 'by-agreement' ? html`<p class="why">${text.partByAgreement(acquirer)}</p>` : ''}`,
  );
}
