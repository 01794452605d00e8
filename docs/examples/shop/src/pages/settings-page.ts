import { html } from 'hono/html';
import type { Gateway } from '@bayar/core';
import { standingOf } from '../offer.ts';
import { formatRupiah } from '../formats.ts';
import type { Order } from '../orders.ts';
import type { Shop } from '../shop.ts';
import { fill, type Text } from '../text/text.ts';
import type { Html } from './layout.ts';

/** What became of the choice that was sent, if any was. */
export type Said = 'saved' | 'not-saved';

/** The configured acquirers, which one is active, and where every order is paid. */
export function settingsPage(text: Text, shop: Shop, said?: Said): Html {
  const { payments, orders, settings } = shop;
  return html` <h1>${text.settings}</h1>
    <p class="lead">${text.counterNote}</p>
    ${said === undefined ? '' : answer(text, shop, said)}
    <form class="settings" method="post" action="/settings">
      <fieldset class="menu">
        <legend>${text.active}</legend>
        ${Object.entries(payments.acquirers).map(
          ([name, gateway]) =>
            html` <label class="card">
              <input type="radio" name="active" value="${name}" ${name === settings.active ? 'checked' : ''} />
              <span class="what"
                ><strong>${name}</strong>
                <small>${can(text, gateway, 'refundPayment')} · ${can(text, gateway, 'cancelPayment')}</small></span
              >
            </label>`,
        )}
      </fieldset>
      <p class="why">${text.activeNote}</p>
      <button class="primary">${text.save}</button>
    </form>
    <section>
      <h2>${text.orders}</h2>
      ${
        orders.all().length === 0
          ? html`<p>${text.noOrders}</p>`
          : html`<ul class="orders">
              ${orders.all().map((order) => line(text, order))}
            </ul>`
      }
    </section>
    <section>
      <h2>${text.endpoints}</h2>
      <ul class="endpoints">
        ${payments.endpoints().map(({ acquirer, url, announced }) => html`<li>${acquirer}: ${text.announced[announced]}<br /><code>${url}</code></li>`)}
      </ul>
    </section>`;
}

function answer(text: Text, { payments, settings }: Shop, said: Said): Html {
  if (said === 'saved')
    return html`<p class="note" role="status">${fill(text.saved, { acquirer: settings.active })}</p>`;
  const names = Object.keys(payments.acquirers).join(', ');
  return html`<p class="note wrong" role="alert">${fill(text.chooseOne, { names })}</p>`;
}

function can(text: Text, gateway: Gateway, capability: keyof Text['can']): string {
  return capability in gateway ? text.can[capability] : text.cannot[capability];
}

function line(text: Text, order: Order): Html {
  const { title } = text.standing[standingOf(order)];
  return html` <li>
    <a href="/orders/${order.id}">${order.product.name}, ${formatRupiah(order.request.amount)}</a>
    <span>${title} · ${order.payment?.acquirer ?? '–'}</span>
  </li>`;
}
