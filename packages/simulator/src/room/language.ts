import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { preferredLanguage, readLanguage } from '../language.ts';
import type { Language } from '../language.ts';

/** What `?lang=` says, else the cookie it left, else the browser's preference. */
export function languageOf(c: Context): Language {
  const asked = readLanguage(c.req.query('lang'));
  if (asked) setCookie(c, 'lang', asked, { path: '/', maxAge: 31_536_000, httpOnly: true, sameSite: 'Lax' });
  return asked ?? readLanguage(getCookie(c, 'lang')) ?? preferredLanguage(c.req.header('accept-language') ?? '');
}
