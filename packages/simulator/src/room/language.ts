import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** The languages of the control room. */
export type Language = 'id' | 'en';

/** What `?lang=` says, else the cookie it left, else the browser's preference. */
export function languageOf(c: Context): Language {
  const asked = read(c.req.query('lang'));
  if (asked) setCookie(c, 'lang', asked, { path: '/', maxAge: 31_536_000, httpOnly: true, sameSite: 'Lax' });
  return asked ?? read(getCookie(c, 'lang')) ?? preferred(c.req.header('accept-language') ?? '');
}

function read(text: string | undefined): Language | undefined {
  return text === 'id' || text === 'en' ? text : undefined;
}

/** The first of the two in the order of their weights; English where neither is wanted. */
function preferred(header: string): Language {
  const wanted = header
    .split(',')
    .map((entry) => {
      const [range = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean) ?? '1';
      return { language: read(range.split('-')[0]), weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.find(({ language }) => language)?.language ?? 'en';
}
