import { parseJSON } from 'date-fns/parseJSON';

const JAKARTA = '+07:00';
// Kept all year, since 1964.
const JAKARTA_MS = 25_200_000;
const WITH_ZONE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?$/;
const BEYOND_MS = /(\.\d{3})\d+/;

/** `2026-09-01T10:00:00+07:00`: to the second, in Jakarta, whatever the zone of the machine. What SNAP calls X-TIMESTAMP. */
export function formatJakarta(date: Date): string {
  return `${clock(new Date(date.getTime() + JAKARTA_MS))}${JAKARTA}`;
}

/** `2026-09-01 10:00:00`: the same wall clock without its zone, as form-style interfaces write it. */
export function formatJakartaWall(date: Date): string {
  return formatJakarta(date).slice(0, 19).replace('T', ' ');
}

/** Reads an ISO 8601 time that names its zone; `undefined` for anything else, impossible dates included. */
export function parseTime(text: string): Date | undefined {
  return WITH_ZONE.test(text) && isReal(text.slice(0, 19)) ? parseJSON(text.replace(BEYOND_MS, '$1')) : undefined;
}

/** Reads a wall-clock time without a zone as Jakarta's, and one with a zone as what it says. */
export function parseJakarta(text: string): Date | undefined {
  return parseTime(WITHOUT_ZONE.test(text) ? text.replace(' ', 'T') + JAKARTA : text);
}

// What does not exist is carried over into what does, 30 February into March: then it reads back otherwise.
function isReal(wall: string): boolean {
  return wall.slice(8, 10) < '29' || clock(parseJSON(wall)) === wall;
}

function clock(date: Date): string {
  return date.toISOString().slice(0, 19);
}
