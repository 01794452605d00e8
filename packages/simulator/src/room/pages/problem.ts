import { html } from 'hono/html';
import type { Language } from '../../language.ts';
import { textsIn } from '../view.ts';
import type { Html } from '../view.ts';

/** What a browser without script shows where something could not be done. */
export function problemPage(language: Language, message: string, back: string): Html {
  const texts = textsIn(language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.problem} · ${texts.simulator}</title>
        <link rel="stylesheet" href="/room.css" />
      </head>
      <body>
        <main>
          <h1>${texts.problem}</h1>
          <p role="alert">${message}</p>
          <p><a href="${back}">${texts.back}</a></p>
        </main>
      </body>
    </html>`;
}
