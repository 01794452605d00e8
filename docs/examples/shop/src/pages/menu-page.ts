import { html } from 'hono/html';
import { menu } from '../menu.ts';
import { formatRupiah } from '../formats.ts';
import type { Text } from '../text/text.ts';
import type { Html } from './layout.ts';

/** The menu and the till in one form. The order's id comes with the page, so that two clicks make one order. */
export function menuPage(text: Text, orderId: string): Html {
  return html` <h1>${text.choose}</h1>
    <p class="lead">${text.tagline}</p>
    <form method="post" action="/orders">
      <input type="hidden" name="id" value="${orderId}" />
      <fieldset class="menu">
        <legend class="hidden">${text.choose}</legend>
        ${menu.map(
          ({ id, name, price }, index) =>
            html` <label class="card">
              <input type="radio" name="product" value="${id}" required ${index === 0 ? 'checked' : ''} />
              <img src="/${id}.svg" alt="" width="72" height="72" />
              <span class="what"><strong>${name}</strong> <small>${text.products[id]}</small></span>
              <span class="price">${formatRupiah(price)}</span>
            </label>`,
        )}
      </fieldset>
      <fieldset class="who">
        <legend>${text.who}</legend>
        <label>${text.name} <input name="name" required maxlength="60" autocomplete="name" /></label>
        <label
          >${text.phone}
          <input
            name="phone"
            type="tel"
            required
            pattern="[+]?[0-9][0-9 \\-]{7,17}"
            placeholder="0812 3456 7890"
            autocomplete="tel"
        /></label>
        <label>${text.email} <input name="email" type="email" required maxlength="100" autocomplete="email" /></label>
      </fieldset>
      <button class="primary">${text.pay}</button>
    </form>`;
}
