import { TZDateMini } from '@date-fns/tz/date/mini';
import { formatISO } from 'date-fns/formatISO';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

const JAKARTA = '+07:00';
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?$/;

/** `2026-09-01T10:00:00+07:00`: to the second, in Jakarta, whatever the zone of the machine. What SNAP calls X-TIMESTAMP. */
export function formatJakarta(date: Date): string {
  return formatISO(new TZDateMini(date.getTime(), JAKARTA));
}

/** `2026-09-01 10:00:00`: the same wall clock without its zone, as form-style interfaces write it. */
export function formatJakartaWall(date: Date): string {
  return formatJakarta(date).slice(0, 19).replace('T', ' ');
}

/** Reads an ISO 8601 time that names its zone; `undefined` for anything else, impossible dates included. */
export function parseTime(text: string): Date | undefined {
  return WITH_ZONE.test(text) ? valid(parseISO(text)) : undefined;
}

/** Reads a wall-clock time without a zone as Jakarta's, and one with a zone as what it says. */
export function parseJakarta(text: string): Date | undefined {
  return WITHOUT_ZONE.test(text) ? valid(parseISO(text.replace(' ', 'T') + JAKARTA)) : parseTime(text);
}

function valid(date: Date): Date | undefined {
  return isValid(date) ? date : undefined;
}
