import { html } from 'hono/html';
import type { PaymentStory } from '../../control/control.ts';
import { nameOf } from '../../control/views.ts';
import { formatTime } from '../../language.ts';
import { formatRupiah } from '../../rupiah.ts';
import type { Html, View } from '../view.ts';
import { clockPanel } from './clock-panel.ts';
import { eventEntry } from './event.ts';
import { layout } from './layout.ts';
import { acquirerTag, choiceForm, facts, panel, statusBadge } from './parts.ts';
import type { Choice } from './parts.ts';

/** One payment: what it is, what can be done with it, what happened. */
export function paymentPage(view: View, payment: PaymentStory): Html {
  const { texts } = view;
  const content = html`<div class="heading" id="heading" data-live>
      <h1>${acquirerTag(payment.acquirer)} <span>${payment.reference}</span></h1>
      <p class="state"><strong class="sum">${formatRupiah(payment.amount)}</strong> ${statusBadge(payment, view)}</p>
      ${payment.charges > 1 ? html`<p class="alarm">${texts.chargedTwice}</p>` : ''}
    </div>
    <div class="columns story">
      <div>
        ${panel(
          'timeline',
          texts.timeline,
          html`<ol class="timeline">
            ${payment.events.map((event) => eventEntry(event, view))}
          </ol>`,
        )}
      </div>
      <aside>
        ${panel('customer', texts.customer, customerForms(payment, view))}
        ${panel('notify', texts.notifications, notificationForms(payment, view))} ${clockPanel(view)}
        ${panel('facts', texts.reference, details(payment, view))}
      </aside>
    </div>`;
  return layout(view, payment.reference, content);
}

function customerForms(payment: PaymentStory, view: View): Html {
  const { texts } = view;
  const isOpen = payment.phase === 'open';
  const choices: Choice[] = [
    ...(isOpen
      ? [
          { value: 'pay', label: texts.pay, look: 'primary' as const },
          { value: 'fail', label: texts.fail },
          { value: 'cancel', label: texts.cancel },
        ]
      : []),
    ...(isOpen || payment.phase === 'closed' ? [{ value: 'pay-late', label: texts.payLate }] : []),
  ];
  const page = payment.pageUrl === '' ? '' : html`<p><a href="${payment.pageUrl}">${texts.openPage}</a></p>`;
  if (choices.length === 0) return html`<p class="muted">${texts.customerDone}</p>`;
  const form = { id: 'act', action: '/api/customer', label: texts.customer, field: 'act', choices };
  return html`${page} ${choiceForm({ ...form, hidden: { ...nameOf(payment) } }, view)}
    <p class="muted">${texts.payLateHint}</p>`;
}

function notificationForms(payment: PaymentStory, view: View): Html {
  const { texts } = view;
  const choices: readonly Choice[] = [
    { value: 'resend', label: texts.resend, look: 'primary' },
    { value: 'duplicate', label: texts.duplicate },
    { value: 'reorder', label: texts.reorder },
    { value: 'wrong-signature', label: texts.wrongSignature, look: 'danger' },
    { value: 'wrong-amount', label: texts.wrongAmount, look: 'danger' },
  ];
  const form = { id: 'notify', action: '/api/notify', label: texts.notifications, field: 'way', choices };
  return choiceForm({ ...form, hidden: { ...nameOf(payment) } }, view);
}

function details(payment: PaymentStory, view: View): Html {
  const { texts, language } = view;
  const refunds = payment.refunds.map(
    ({ reference, amount, status }) => html`<li>${reference}: ${formatRupiah(amount)} (${status})</li>`,
  );
  return facts([
    [texts.acquirerReference, html`<code>${payment.acquirerReference}</code>`],
    [texts.created, formatTime(payment.createdAt, language)],
    [texts.expires, formatTime(payment.expiresAt, language)],
    [texts.charges, String(payment.charges)],
    [
      texts.refunds,
      refunds.length === 0
        ? texts.none
        : html`<ul class="plain">
            ${refunds}
          </ul>`,
    ],
    [texts.returnUrl, payment.returnUrl === '' ? texts.none : html`<code>${payment.returnUrl}</code>`],
  ]);
}
