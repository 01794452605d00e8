const jakartaOffsetMs = 7 * 3_600_000;

/** DANA's date-time: Jakarta, whole seconds, 25 characters. */
export function formatJakarta(ms: number): string {
  return `${new Date(ms + jakartaOffsetMs).toISOString().slice(0, 19)}+07:00`;
}

/** The Jakarta calendar day as eight digits; DANA's references begin with it. */
export function formatJakartaDay(ms: number): string {
  return formatJakarta(ms).slice(0, 10).replaceAll('-', '');
}

/** `jakarta` is the documented format; `any-offset` is what the sandbox was seen to accept. */
export type TimestampFormat = 'jakarta' | 'any-offset';

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since the epoch, or undefined where the text is not such a date-time or not a real date. */
export function parseTimestamp(text: string, format: TimestampFormat): number | undefined {
  const offset = pattern.exec(text)?.[1];
  if (offset === undefined || (format === 'jakarta' && offset !== '+07:00')) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  // JavaScript reads 31 February as 3 March: a real date survives the way there and back.
  const wallClock = Date.parse(`${text.slice(0, 19)}Z`);
  return new Date(wallClock).toISOString().slice(0, 19) === text.slice(0, 19) ? ms : undefined;
}
