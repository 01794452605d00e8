/** The languages of every page. */
export type Language = 'id' | 'en';

/** A language by its name, or undefined where it is neither of the two. */
export function readLanguage(text: string | undefined): Language | undefined {
  return text === 'id' || text === 'en' ? text : undefined;
}

/** The first of the two in the order of an `Accept-Language` header's weights; English where neither is wanted. */
export function preferredLanguage(header: string): Language {
  const wanted = header
    .split(',')
    .map((entry) => {
      const [range = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean) ?? '1';
      return { language: readLanguage(range.split('-')[0]), weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.find(({ language }) => language)?.language ?? 'en';
}

const locales = { en: 'en-GB', id: 'id-ID' } as const;

/** Day and time in Jakarta: `2 Jan 2026, 10:04:05`. */
export function formatTime(ms: number, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Jakarta',
  });
  return format.format(ms);
}
