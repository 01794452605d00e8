import { html } from 'hono/html';
import { formatRupiah, jakartaTime } from '../formats.ts';
import type { Offer } from '../offer.ts';
import type { Order } from '../orders.ts';
import { fill, type Text } from '../text/text.ts';
import { counter, type WrongRefund } from './counter.ts';
import type { Html } from './layout.ts';
import { noticeOf } from './notice.ts';

/** An order as its customer sees it. Each part is replaced by itself while the page is open. */
export function orderPage(text: Text, order: Order, offer: Offer, wrong?: WrongRefund): Html {
  return html` <article data-live="/orders/${order.id}/events">
    <div class="status" role="status" data-part="status">${status(text, order, offer)}</div>
    <dl data-part="facts">${facts(text, order)}</dl>
    <div class="actions" data-part="actions">${actions(text, order, offer)}</div>
    <div data-part="counter">${counter(text, order, offer, wrong)}</div>
  </article>`;
}

function status(text: Text, { notice, paidLate }: Order, { standing, check }: Offer): Html {
  const { title, body } = text.standing[standing];
  return html` <p class="badge ${standing}" aria-hidden="true"></p>
    <h1>${title}</h1>
    <p>${body}</p>
    ${check ? html`<noscript><p class="why">${text.withoutScript}</p></noscript>` : ''}
    ${paidLate === true ? html`<p class="note">${text.paidLate}</p>` : ''}
    ${notice === undefined ? '' : noticeOf(text, notice)}`;
}

function facts(text: Text, { id, product, request, payment, refunds }: Order): Html {
  return html` <dt>${text.product}</dt>
    <dd>${product.name}</dd>
    <dt>${text.amount}</dt>
    <dd>${formatRupiah(request.amount)}</dd>
    ${refunds.map(
      ({ amount, status }) =>
        html`<dt>${text.refunded}</dt>
          <dd>${formatRupiah(amount)}, ${text.refunds[status]}</dd>`,
    )}
    ${
      payment === undefined
        ? ''
        : html`<dt>${text.through}</dt>
            <dd>${payment.acquirer}</dd>`
    }
    <dt>${text.reference}</dt>
    <dd><code>${id}</code></dd>`;
}

function actions(text: Text, order: Order, { pay, check, anew, cancel }: Offer): Html {
  return html` ${pay === undefined ? '' : press(order, 'pay', text[pay], 'primary')}
  ${check ? press(order, 'check', text.check) : ''} ${cancel === 'possible' ? press(order, 'cancel', text.cancel) : ''}
  ${cancel === 'unsupported' ? html`<p class="why">${whyNoCancel(text, order)}</p>` : ''}
  ${anew ? html`<a class="button" href="/">${text.anew}</a>` : ''}`;
}

function whyNoCancel(text: Text, { payment }: Order): string {
  return fill(text.noCancel, { acquirer: payment?.acquirer ?? '', time: jakartaTime(text.locale, payment?.expiresAt) });
}

function press({ id }: Order, action: string, label: string, look = ''): Html {
  return html`<form method="post" action="/orders/${id}/${action}"><button class="${look}">${label}</button></form>`;
}
