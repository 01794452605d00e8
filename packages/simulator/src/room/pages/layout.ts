import { html } from 'hono/html';
import { acquirerNames } from '../format.ts';
import { titleOf, verdictText } from '../texts/events.ts';
import type { Html, View } from '../view.ts';

/** The pages of the room, in the order of the menu. */
const sections = [
  ['/', 'payments'],
  ['/requests', 'requests'],
  ['/faults', 'faults'],
  ['/setup', 'setup'],
  ['/accounts', 'accounts'],
] as const;

/** A whole page. Regions marked `data-live` are replaced when something happens. */
export function layout(view: View, title: string, content: Html): Html {
  const { language, texts } = view;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${texts.simulator}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/room.css" />
        <script src="/room.js" defer></script>
      </head>
      <body data-disconnected="${texts.disconnected}">
        <a class="skip" href="#content">${texts.skip}</a>
        <header class="top">
          <a class="brand" href="/"><span aria-hidden="true">◆</span> ${texts.simulator}</a>
          <nav aria-label="${texts.sections}">${sections.map(([href, name]) => link(view, href, texts[name]))}</nav>
          ${languages(view)}
        </header>
        <p id="latest" class="quiet" role="status" aria-live="polite">${latest(view)}</p>
        <main id="content" tabindex="-1">${content}</main>
      </body>
    </html>`;
}

function link(view: View, href: string, label: string): Html {
  const isHere = href === '/' ? /^\/(payment\b|\?|$)/.test(view.here) : view.here.startsWith(href);
  return isHere ? html`<a href="${href}" aria-current="page">${label}</a>` : html`<a href="${href}">${label}</a>`;
}

function languages({ language, texts, here }: View): Html {
  const to = (code: string) => `${here}${here.includes('?') ? '&' : '?'}lang=${code}`;
  const one = (code: 'id' | 'en', name: string) =>
    html`<a href="${to(code)}" lang="${code}" hreflang="${code}" ${language === code ? html`aria-current="true"` : ''}
      >${name}</a
    >`;
  return html`<nav class="languages" aria-label="${texts.language}">
    ${one('id', 'Indonesia')} ${one('en', 'English')}
  </nav>`;
}

/** The last thing that happened, in one line; announced to those who cannot see the page change. */
function latest({ control, language }: View): string {
  const event = control.events().at(-1);
  if (!event) return '';
  const outcome = event.delivery ? verdictText(event.delivery.verdict, language) : outcomeOf(event.detail);
  const parts = [acquirerNames[event.acquirer], event.reference, titleOf(event, language), outcome];
  return parts.filter(Boolean).join(' · ');
}

function outcomeOf(detail: Readonly<Record<string, unknown>>): string {
  const outcome = detail['responseMessage'] ?? detail['problem'] ?? detail['status'];
  return typeof outcome === 'string' ? outcome : '';
}
