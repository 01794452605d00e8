import type { Context } from 'hono';
import { languageDetector } from 'hono/language';
import en from './en.json' with { type: 'json' };
import id from './id.json' with { type: 'json' };

/** Everything the shop says, in one language. */
export type Text = typeof en;

const texts: Readonly<Record<'en' | 'id', Text>> = { en, id };

/** Chooses the language: by the switch, as chosen before, or as the browser prefers. */
export const chooseLanguage = languageDetector({
  supportedLanguages: Object.keys(texts),
  fallbackLanguage: 'id',
  order: ['querystring', 'cookie', 'header'],
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

/** Fills the gaps of a sentence: `fill('{acquirer} has no refund', { acquirer })`. */
export function fill(sentence: string, gaps: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
