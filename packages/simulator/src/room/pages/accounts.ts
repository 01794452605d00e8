import { html } from 'hono/html';
import { configurationOf, environmentLines } from '../../control/configuration.ts';
import type { Html, View } from '../view.ts';
import { layout } from './layout.ts';
import { panel } from './parts.ts';

/** The throwaway accounts, secrets included: the only page that shows them. */
export function accountsPage(view: View): Html {
  const { control, texts } = view;
  const configuration = configurationOf(control.accounts(), control.baseUrls());
  const content = html`<h1>${texts.accounts}</h1>
    <p class="notice">${texts.accountsHint}</p>
    ${panel('environment', texts.environment, block(environmentLines(configuration).join('\n')), false)}
    ${panel('settings', texts.settings, block(JSON.stringify(configuration, undefined, 2)), false)}`;
  return layout(view, texts.accounts, content);
}

function block(text: string): Html {
  return html`<pre tabindex="0" class="tall">${text}</pre>`;
}
