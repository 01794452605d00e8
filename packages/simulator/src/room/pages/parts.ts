import { html } from 'hono/html';
import type { Acquirer } from '../../acquirer.ts';
import type { PaymentView } from '../../control/control.ts';
import { acquirerNames } from '../format.ts';
import type { Html, View } from '../view.ts';

/** An acquirer's name, marked with its colour. */
export function acquirerTag(acquirer: Acquirer): Html {
  return html`<span class="acquirer ${acquirer}">${acquirerNames[acquirer]}</span>`;
}

/** Where a payment stands, and in brackets what the acquirer calls it. */
export function statusBadge(payment: PaymentView, view: View): Html {
  return html`<span class="badge ${payment.phase}">${view.texts[payment.phase]}</span>
    <span class="own">${payment.statusText}</span>`;
}

/** Terms and what they stand for. */
export function facts(pairs: readonly (readonly [term: string, value: Html | string])[]): Html {
  return html`<dl class="facts">
    ${pairs.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** One of several buttons that send the same form. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly look?: 'primary' | 'danger';
}

/** A form of hidden fields whose buttons say what is to be done. */
export interface ChoiceForm {
  readonly id: string;
  readonly action: string;
  readonly label: string;
  /** The field the buttons fill. */
  readonly field: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly choices: readonly Choice[];
}

/** Renders it; without script the browser comes back to this page. */
export function choiceForm(form: ChoiceForm, view: View): Html {
  const hidden = Object.entries({ ...form.hidden, back: view.here });
  return html`<form method="post" action="${form.action}" class="choices" aria-label="${form.label}">
    ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${form.choices.map(
      ({ value, label, look = '' }) =>
        html`<button id="${form.id}-${value}" class="${look}" name="${form.field}" value="${value}">${label}</button>`,
    )}
  </form>`;
}

/** A titled part of a page. */
export function panel(id: string, title: string, content: Html, live = true): Html {
  return html`<section class="panel" id="${id}" aria-labelledby="${id}-title" ${live ? html`data-live` : ''}>
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section>`;
}

/** The address of a payment's page. */
export function paymentHref(name: { readonly acquirer: Acquirer; readonly reference: string }): string {
  return `/payment?${new URLSearchParams({ acquirer: name.acquirer, reference: name.reference }).toString()}`;
}
