const grammar = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const wibOffsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;

/** Milliseconds since the epoch, or nothing when the text is no timestamp DOKU reads: an offset as `±hh:mm` or `Z`. */
export function parseTimestamp(text: string, allow: { readonly fraction: boolean }): number | undefined {
  const match = grammar.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, sign, offsetHours = '0', offsetMinutes = '0'] = match;
  if (fraction !== undefined && !allow.fraction) return undefined;
  if (Number(offsetHours) > 14 || Number(offsetMinutes) > 59) return undefined;
  const wallMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // A day the month does not have parses as a day of the next month.
  if (Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(text.slice(0, 19))) return undefined;
  const offsetMs = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000;
  return wallMs - (sign === '-' ? -offsetMs : offsetMs) + Math.trunc(Number(fraction ?? 0) * 1000);
}

/** `2026-01-02T10:04:06+07:00`, whatever the machine's time zone. */
export function formatWib(ms: number): string {
  return `${wallClock(ms).slice(0, 19)}+07:00`;
}

/** `2026-01-02T10:04:06.123+07:00`. */
export function formatWibWithFraction(ms: number): string {
  return `${formatWibWithoutOffset(ms)}+07:00`;
}

/** `2026-01-02T10:04:06.123`: Jakarta time that does not say so. */
export function formatWibWithoutOffset(ms: number): string {
  return wallClock(ms).slice(0, 23);
}

/** The number of the day in Jakarta. */
export function wibDay(ms: number): number {
  return Math.floor((ms + wibOffsetMs) / dayMs);
}

function wallClock(ms: number): string {
  return new Date(ms + wibOffsetMs).toISOString();
}
