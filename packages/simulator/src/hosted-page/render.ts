import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import type { Language } from '../language.ts';
import { formatRupiah } from '../rupiah.ts';
import type { HostedPage, PageAction, PageCode, Words } from './hosted-page.ts';
import { style } from './style.ts';

type Html = ReturnType<typeof html>;

const otherLanguage = { en: ['id', 'Bahasa Indonesia'], id: ['en', 'English'] } as const;
const simulator = { en: 'simulator: no money moves', id: 'simulator: tidak ada uang berpindah' };
const forTesters = { en: 'For testers', id: 'Untuk penguji' };

/** Renders a hosted page as one HTML document without scripts. Everything variable is escaped. */
export function renderPage(page: HostedPage, language: Language, url: URL): Html {
  const { brand } = page;
  const say = sayIn(language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${say(page.title)} · ${brand.name}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(style)}
        </style>
      </head>
      <body style="--brand: ${brand.background}; --on-brand: ${brand.text}">
        <header><strong>${brand.name}</strong>${languageLink(language, url)}</header>
        <main>
          <h1>${say(page.title)}</h1>
          ${page.amount === undefined ? '' : html`<p class="amount">${formatRupiah(page.amount)}</p>`}
          ${page.notice ? html`<p role="status" class="${page.notice.tone}">${say(page.notice.text)}</p>` : ''}
          ${page.code ? renderCode(page.code, say) : ''}
          ${
            page.facts.length === 0
              ? ''
              : html`<dl>
                  ${page.facts.map(
                    ([label, value]) =>
                      html`<dt>${say(label)}</dt>
                        <dd>${say(value)}</dd>`,
                  )}
                </dl>`
          }
          ${renderForm(page.actions, say, url)}
          ${page.again === undefined ? '' : html`<p><a href="${hereOf(url)}">${say(page.again)}</a></p>`}
        </main>
        <footer>${say(simulator)}</footer>
      </body>
    </html>`;
}

function languageLink(language: Language, url: URL): Html {
  const [other, name] = otherLanguage[language];
  const there = new URL(url);
  there.searchParams.set('lang', other);
  return html`<a href="${hereOf(there)}" lang="${other}" hreflang="${other}">${name}</a>`;
}

const hereOf = (url: URL) => url.pathname + url.search;

function sayIn(language: Language): (words: Words) => string {
  return (words) => (typeof words === 'string' ? words : words[language]);
}

function renderCode({ label, text, look }: PageCode, say: (words: Words) => string): Html {
  const grouped = text.replace(/(.{4})(?=.)/g, '$1 ');
  return html`<figure>
    <figcaption>${say(label)}</figcaption>
    ${
      look === 'qr'
        ? html`<div class="qr" role="img" aria-label="${say(label)}">${raw(renderSVG(text, { border: 2 }))}</div>
            <code>${text}</code>`
        : html`<output data-code="${text}">${grouped}</output>`
    }
  </figure>`;
}

function renderForm(actions: readonly PageAction[], say: (words: Words) => string, url: URL): Html | '' {
  if (actions.length === 0) return '';
  const buttons = (tester: boolean) =>
    actions
      .filter(({ kind }) => (kind === 'tester') === tester)
      .map(
        ({ action, label, kind }) =>
          html`<button name="action" value="${action}" data-action="${action}" class="${kind}">${say(label)}</button>`,
      );
  return html`<form method="post" action="${hereOf(url)}">
    ${buttons(false)}
    ${
      actions.some(({ kind }) => kind === 'tester')
        ? html`<fieldset>
            <legend>${say(forTesters)}</legend>
            ${buttons(true)}
          </fieldset>`
        : ''
    }
  </form>`;
}
