import type { Context } from 'hono';
import { html } from 'hono/html';
import { languageOf, textFor } from '../text/text.ts';

/** Escaped HTML. */
export type Html = ReturnType<typeof html>;

/** A whole page around its content. */
export function page(c: Context, title: string, content: Html): Response | Promise<Response> {
  const text = textFor(c);
  const [language, other, switchTo] = languageOf(c) === 'id' ? ['id', 'en', 'English'] : ['en', 'id', 'Indonesia'];
  // Back leads to how things are now, and no shared machine keeps who ordered what.
  c.header('cache-control', 'no-store');
  return c.html(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title} · Kopi Pojok</title>
          <link rel="icon" href="/kopi-susu.svg" />
          <link rel="stylesheet" href="/style.css" />
          <script type="module" src="/live.js"></script>
        </head>
        <body>
          <a class="skip" href="#content">${text.skip}</a>
          <header>
            <a class="brand" href="/">Kopi Pojok</a>
            <nav>
              <a href="/settings">${text.settings}</a>
              <a href="?lang=${other}" lang="${other}" hreflang="${other}">${switchTo}</a>
            </nav>
          </header>
          <main id="content">${content}</main>
        </body>
      </html>`,
  );
}
