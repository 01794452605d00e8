const jakartaOffsetMs = 7 * 3_600_000;
const pattern = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** Faspay's date-time: `YYYY-MM-DD HH:MM:SS` on Jakarta's wall clock, no zone written (Faspay reference §5.3). */
export function formatJakarta(ms: number): string {
  return new Date(ms + jakartaOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** Milliseconds since the epoch, or undefined where the text has another form or is not a real date. */
export function parseJakarta(text: string): number | undefined {
  if (!pattern.test(text)) return undefined;
  const ms = Date.parse(`${text.replace(' ', 'T')}+07:00`);
  // JavaScript reads 31 February as 3 March and 24:00 as tomorrow: a real date survives the way there and back.
  return !Number.isNaN(ms) && formatJakarta(ms) === text ? ms : undefined;
}
