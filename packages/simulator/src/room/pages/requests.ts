import { html } from 'hono/html';
import type { TimelineEvent } from '../../timeline.ts';
import type { Html, View } from '../view.ts';
import { eventEntry } from './event.ts';
import { layout } from './layout.ts';
import { acquirerTag, panel } from './parts.ts';

const mostShown = 50;

/** Every request that was refused, newest first, with the reason. */
export function requestsPage(view: View): Html {
  const { control, texts } = view;
  const refused = control.refused().slice(0, mostShown);
  const list = html`<ol class="timeline">
    ${refused.map((event) => entry(event, view))}
  </ol>`;
  const content = html`<h1>${texts.requests}</h1>
    ${panel('requests', texts.timeline, refused.length === 0 ? html`<p class="muted">${texts.noRequests}</p>` : list)}`;
  return layout(view, texts.requests, content);
}

function entry(event: TimelineEvent, view: View): Html {
  return html`<li class="group">
    <p>${acquirerTag(event.acquirer)} <strong>${event.reference ?? ''}</strong></p>
    <ol class="timeline">
      ${eventEntry(event, view)}
    </ol>
  </li>`;
}
