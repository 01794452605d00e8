import { html } from 'hono/html';
import type { PaymentView } from '../../control/control.ts';
import { nameOf } from '../../control/views.ts';
import { formatTime } from '../../language.ts';
import { formatRupiah } from '../../rupiah.ts';
import type { Html, View } from '../view.ts';
import { clockPanel } from './clock-panel.ts';
import { eventLine } from './event.ts';
import { layout } from './layout.ts';
import { acquirerTag, panel, paymentHref, statusBadge } from './parts.ts';

/** More would only slow the page down; the search finds the rest. */
const mostShown = 100;

/** Every payment, the clock, and what was refused last. */
export function paymentsPage(view: View, query: string): Html {
  const { control, texts } = view;
  const all = control.payments();
  const found = all.filter(({ reference, acquirerReference }) => `${reference} ${acquirerReference}`.includes(query));
  const refused = control.refused().slice(0, 5);
  const content = html`<h1 class="visually-hidden">${texts.room}</h1>
    <div class="columns">
      <div>
        <form class="search" action="/" role="search">
          <label for="q">${texts.search}</label>
          <input id="q" name="q" type="search" value="${query}" /> <button id="find">${texts.find}</button>
        </form>
        ${panel('payments', `${texts.payments} (${found.length})`, list(found, view))}
      </div>
      <aside>
        ${clockPanel(view)}
        ${panel(
          'refused',
          texts.requests,
          refused.length === 0
            ? html`<p class="muted">${texts.noRequests}</p>`
            : html`<ul class="lines">
                ${refused.map((event) => html`<li>${eventLine(event, view)}</li>`)}
              </ul>`,
        )}
      </aside>
    </div>`;
  return layout(view, texts.payments, content);
}

function list(payments: readonly PaymentView[], view: View): Html {
  const { texts, control } = view;
  if (payments.length === 0) {
    return html`<p class="muted empty">${control.payments().length === 0 ? texts.noPayments : texts.noMatch}</p>`;
  }
  return html`<ul class="payments">
    ${payments.slice(0, mostShown).map((payment) => row(payment, view))}
  </ul>`;
}

function row(payment: PaymentView, view: View): Html {
  const { language, texts } = view;
  const name = nameOf(payment);
  return html`<li>
    <a id="payment-${name.acquirer}-${payment.acquirerReference}" href="${paymentHref(name)}">
      <span class="name">${acquirerTag(payment.acquirer)} <strong>${payment.reference}</strong></span>
      <span class="sum">${formatRupiah(payment.amount)}</span>
      <span class="state">${statusBadge(payment, view)}</span>
      <span class="when">${formatTime(payment.createdAt, language)}</span>
      ${payment.charges > 1 ? html`<span class="alarm">${texts.chargedTwice}</span>` : ''}
      ${
        payment.nextAttemptAt === undefined
          ? ''
          : html`<span class="waiting">${texts.nextAttempt}: ${formatTime(payment.nextAttemptAt, language)}</span>`
      }
    </a>
  </li>`;
}
