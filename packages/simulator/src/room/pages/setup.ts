import { html } from 'hono/html';
import type { Html, View } from '../view.ts';
import { acquirerNames } from '../format.ts';
import { layout } from './layout.ts';
import { facts, panel } from './parts.ts';

/** Where the sandboxes are, and which endpoints of the merchant they call. */
export function setupPage(view: View): Html {
  const { control, texts } = view;
  const urls = control.baseUrls();
  const addresses = facts(
    (['dana', 'doku', 'faspay'] as const).map((name) => [acquirerNames[name], html`<code>${urls[name]}</code>`]),
  );
  const content = html`<h1>${texts.setup}</h1>
    <div class="thirds">
      ${panel('addresses', texts.addresses, addresses)} ${panel('doku', acquirerNames.doku, dokuForm(view), false)}
      ${panel('faspay', acquirerNames.faspay, faspayForm(view), false)}
    </div>
    <p class="muted">${texts.endpointsHint}</p>`;
  return layout(view, texts.setup, content);
}

function dokuForm({ control, texts, here }: View): Html {
  const { doku } = control.endpoints();
  return html`<form method="post" action="/api/endpoints" class="fields" aria-label="${texts.endpoints}: DOKU">
    <input type="hidden" name="back" value="${here}" />
    <label for="doku-token">${texts.tokenUrl}</label>
    <input id="doku-token" name="doku.tokenUrl" type="url" required value="${doku?.tokenUrl ?? ''}" />
    <label for="doku-notify">${texts.notificationUrl}</label>
    <input id="doku-notify" name="doku.notificationUrl" type="url" required value="${doku?.notificationUrl ?? ''}" />
    <button id="doku-save" class="primary">${texts.save}</button>
  </form>`;
}

function faspayForm({ control, texts, here }: View): Html {
  const { faspay } = control.endpoints();
  return html`<form method="post" action="/api/endpoints" class="fields" aria-label="${texts.endpoints}: Faspay">
    <input type="hidden" name="back" value="${here}" />
    <label for="faspay-notify">${texts.notificationUrl}</label>
    <input
      id="faspay-notify"
      name="faspay.notificationUrl"
      type="url"
      required
      value="${faspay?.notificationUrl ?? ''}"
    />
    <label for="faspay-return">${texts.returnUrl}</label>
    <input id="faspay-return" name="faspay.returnUrl" type="url" value="${faspay?.returnUrl ?? ''}" />
    <label for="faspay-format">Format</label>
    <select id="faspay-format" name="faspay.format">
      <option value="json" ${faspay?.format === 'xml' ? '' : html`selected`}>JSON</option>
      <option value="xml" ${faspay?.format === 'xml' ? html`selected` : ''}>XML</option>
    </select>
    <button id="faspay-save" class="primary">${texts.save}</button>
  </form>`;
}
