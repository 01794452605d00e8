import type { Acquirer } from '../acquirer.ts';
import type { Language } from '../language.ts';

/** The acquirers' names as they write them. */
export const acquirerNames: Readonly<Record<Acquirer, string>> = { dana: 'DANA', doku: 'DOKU', faspay: 'Faspay' };

/** The largest two units of a duration: `1 d 2 h`, `3 min 4 s`. */
export function formatDuration(ms: number, language: Language): string {
  const units = language === 'id' ? ['hr', 'jam', 'mnt', 'dtk'] : ['d', 'h', 'min', 's'];
  const seconds = Math.round(Math.abs(ms) / 1000);
  const parts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const shown = parts.map((part, index) => (part > 0 ? `${part} ${units[index] ?? ''}` : '')).filter(Boolean);
  return shown.slice(0, 2).join(' ') || `0 ${units[3] ?? ''}`;
}

/** JSON with line breaks, for reading; anything else as it is. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
