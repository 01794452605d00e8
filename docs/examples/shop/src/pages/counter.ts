import { html } from 'hono/html';
import { formatRupiah } from '../formats.ts';
import type { Offer } from '../offer.ts';
import type { Order } from '../orders.ts';
import { fill, type Text } from '../text/text.ts';
import type { Html } from './layout.ts';

/** A refund form that was sent and cannot be followed. */
export interface WrongRefund {
  /** The amount as it was typed: it is not lost. */
  readonly typed: string;
}

/** What the shop's staff can do about a paid order: refund it, whole or in part, or read why not. */
export function counter(text: Text, order: Order, offer: Offer, wrong?: WrongRefund): Html {
  if (offer.refund === undefined) return html``;
  const acquirer = order.payment?.acquirer ?? '';
  return html` <section class="counter" aria-labelledby="counter">
    <h2 id="counter">${text.counter}</h2>
    <p class="why">${text.counterNote}</p>
    ${offer.refund === 'unsupported' ? html`<p>${fill(text.noRefund, { acquirer })}</p>` : refundForms(text, order, offer, wrong)}
    ${offer.parts === 'by-agreement' ? html`<p class="why">${fill(text.partByAgreement, { acquirer })}</p>` : ''}
  </section>`;
}

function refundForms(text: Text, order: Order, { parts, left }: Offer, wrong?: WrongRefund): Html {
  const most = left.minor / 100;
  const amount = formatRupiah(left);
  const whole = html`<input type="hidden" name="amount" value="${most}" /><button>
      ${fill(text.refundAll, { amount })}
    </button>`;
  const mistake = html`<p class="wrong" id="amount-wrong" role="alert">${fill(text.wrongRefund, { amount })}</p>`;
  const mistaken = html`value="${wrong?.typed}" aria-invalid="true" aria-describedby="amount-wrong" autofocus`;
  const part = html` <label
      >${fill(text.part, { amount })}
      <input
        name="amount"
        type="number"
        inputmode="numeric"
        required
        min="1"
        max="${most}"
        step="1"
        ${wrong === undefined ? '' : mistaken}
    /></label>
    ${wrong === undefined ? '' : mistake}
    <button>${text.refundPart}</button>`;
  if (parts === 'no') return html`${wrong === undefined ? '' : mistake} ${form(order, whole)}`;
  return html`${form(order, whole)} ${form(order, part)}`;
}

// Each refund has a reference of its own, made with the page: pressing twice refunds once.
function form({ id, refundsTried }: Order, content: Html): Html {
  return html` <form method="post" action="/orders/${id}/refund">
    <input type="hidden" name="reference" value="${id}-R${refundsTried.length + 1}" />
    ${content}
  </form>`;
}
