import { html } from 'hono/html';
import { menu } from '../menu.ts';
import { formatRupiah } from '../formats.ts';
import type { Draft } from '../forms.ts';
import type { Text } from '../text/text.ts';
import type { Html } from './layout.ts';

/** The menu and the till in one form, as far as it was filled in. The order's id comes with it. */
export function menuPage(text: Text, draft: Draft): Html {
  const { fields } = draft;
  return html` <h1>${text.choose}</h1>
    <p class="lead">${text.tagline}</p>
    <form method="post" action="/orders">
      <input type="hidden" name="id" value="${fields.id}" />
      <fieldset class="menu">
        <legend class="hidden">${text.choose}</legend>
        ${menu.map(
          ({ id, name, price }) =>
            html` <label class="card">
              <input type="radio" name="product" value="${id}" required ${id === fields.product ? 'checked' : ''} />
              <img src="/${id}.svg" alt="" width="72" height="72" />
              <span class="what"><strong>${name}</strong> <small>${text.products[id]}</small></span>
              <span class="price">${formatRupiah(price)}</span>
            </label>`,
        )}
      </fieldset>
      <fieldset class="who">
        <legend>${text.who}</legend>
        ${field(text, draft, 'name', html`maxlength="60" autocomplete="name"`)}
        ${field(
          text,
          draft,
          'phone',
          html`type="tel" pattern="[+]?[0-9][0-9 \\-]{7,17}" placeholder="0812 3456 7890" autocomplete="tel"`,
        )}
        ${field(text, draft, 'email', html`type="email" maxlength="100" autocomplete="email"`)}
      </fieldset>
      <button class="primary">${text.pay}</button>
    </form>`;
}

// The first field that is wrong is where its reader begins.
function field(text: Text, { fields, wrong }: Draft, name: 'name' | 'phone' | 'email', rest: Html): Html {
  const first = wrong.find((key) => Object.hasOwn(text.wrong, key)) === name;
  const mistaken = wrong.includes(name);
  return html`<div class="field">
    <label for="${name}">${text[name]}</label>
    <input
      id="${name}"
      name="${name}"
      value="${fields[name]}"
      required
      ${rest}
      ${mistaken ? html`aria-invalid="true" aria-describedby="${name}-wrong"` : ''}
      ${first ? 'autofocus' : ''}
    />
    ${mistaken ? html`<p class="wrong" id="${name}-wrong">${text.wrong[name]}</p>` : ''}
  </div>`;
}
