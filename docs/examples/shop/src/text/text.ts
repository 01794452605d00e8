import type { Context } from 'hono';
import { languageDetector } from 'hono/language';
import { en, type Text } from './en.ts';
import { id } from './id.ts';

const texts = { en, id };

/** Chooses the language: by the switch, as chosen before, or as the browser prefers. */
export const chooseLanguage = languageDetector({
  supportedLanguages: Object.keys(texts),
  fallbackLanguage: 'id',
  order: ['querystring', 'cookie', 'header'],
  lookupQueryString: 'lang',
  // Lax: the choice must survive coming back from the acquirer's page.
  cookieOptions: { sameSite: 'Lax', secure: false, httpOnly: true, maxAge: 31_536_000 },
});

/** The visitor's language. */
export function languageOf(c: Context): keyof typeof texts {
  return c.get('language') === 'id' ? 'id' : 'en';
}

/** What the shop says to this visitor. */
export function textFor(c: Context): Text {
  return texts[languageOf(c)];
}
