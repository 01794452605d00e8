import { createHash } from 'node:crypto';
import type { SignatureCause } from './signature-check.ts';

/** Another form of a text, and the mistake that leads to it. */
export interface OtherForm {
  readonly cause: SignatureCause;
  readonly text: string;
}

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/** Lower-case hex SHA-256 of the body as merchants take it by mistake. */
export function otherBodyHashes(body: Uint8Array): readonly OtherForm[] {
  const text = new TextDecoder().decode(body);
  const bodies = [...otherBodies(text)];
  return [
    ...bodies.map((form) => ({ cause: form.cause, text: sha256(form.text) })),
    { cause: 'hash-upper-case', text: sha256(body).toUpperCase() },
    { cause: 'hash-upper-case', text: createHash('sha256').update(body).digest('base64') },
    { cause: 'scheme-other', text },
  ];
}

function* otherBodies(text: string): Generator<OtherForm> {
  yield { cause: 'body-whitespace', text: text.trim() };
  for (const extra of ['\n', '\r\n', ' ']) yield { cause: 'body-whitespace', text: `${text}${extra}` };
  yield { cause: 'body-empty', text: '' };
  let value: unknown;
  try {
    value = JSON.parse(text);
    const written = JSON.stringify(value);
    yield { cause: isOnlySpacing(text, written) ? 'body-whitespace' : 'body-reserialised', text: written };
    for (const form of rewritings(value, written)) yield { cause: 'body-reserialised', text: form };
  } catch {
    // What is no JSON has no other way to be written.
  }
}

/** How PHP, Python and pretty printers write the same value. */
function rewritings(value: unknown, written: string): readonly string[] {
  const escaped = written.replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    JSON.stringify(value, undefined, 2),
    JSON.stringify(value, undefined, 4),
    written.replaceAll('/', '\\/'),
    escaped,
    escaped.replaceAll('/', '\\/'),
    pythonSpacing(written),
    pythonSpacing(escaped),
    written.replaceAll(' ', ''),
    JSON.stringify(sorted(value)),
  ];
}

/** `json.dumps` puts a space after every comma and colon outside strings. */
function pythonSpacing(written: string): string {
  return written.replace(/"(?:[^"\\]|\\.)*"|[,:]/g, (part) => (part.length === 1 ? `${part} ` : part));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

function isOnlySpacing(text: string, written: string): boolean {
  return text.replace(/\s/g, '') === written.replace(/\s/g, '');
}

/** The path as merchants take it by mistake; `known` are the acquirer's other paths. */
export function otherPaths(url: URL, signed: string, known: readonly string[]): readonly OtherForm[] {
  const { pathname, search, href } = url;
  const forms: OtherForm[] = [
    { cause: 'path-query', text: pathname },
    { cause: 'path-query', text: `${pathname}${search}` },
    { cause: 'path-full-url', text: href },
    { cause: 'path-full-url', text: `${url.host}${pathname}` },
    { cause: 'path-other', text: `${pathname}/` },
    { cause: 'path-other', text: pathname.slice(1) },
    { cause: 'path-other', text: pathname.replace(/\.htm$/, '') },
    { cause: 'path-other', text: '' },
    { cause: 'path-other', text: '/' },
    ...suffixesOf(pathname).map((text) => ({ cause: 'path-other' as const, text })),
    ...known.map((text) => ({ cause: 'path-other' as const, text })),
  ];
  return forms.filter(({ text }) => text !== signed);
}

/** A base path that was left out: `/v1.0/x` of `/api/v1.0/x`. */
function suffixesOf(pathname: string): readonly string[] {
  const segments = pathname.split('/').slice(1);
  return segments.slice(1).map((_, index) => `/${segments.slice(index + 1).join('/')}`);
}

/** The time as merchants write it by mistake, or take it anew for the header. */
export function otherTimestamps(timestamp: string): readonly OtherForm[] {
  const at = Date.parse(timestamp);
  if (Number.isNaN(at)) return [];
  const forms = (ms: number, cause: SignatureCause) => writings(ms).map((text) => ({ cause, text }));
  const seconds = [-3, -2, -1, 1, 2, 3].flatMap((second) => forms(at + second * 1000, 'timestamp-skewed'));
  const zones = [-7, 7].flatMap((hours) => forms(at + hours * 3_600_000, 'timestamp-skewed'));
  return [...forms(at, 'timestamp-reformatted'), ...seconds, ...zones].filter(({ text }) => text !== timestamp);
}

function writings(ms: number): readonly string[] {
  const utc = new Date(ms).toISOString();
  const jakarta = new Date(ms + 7 * 3_600_000).toISOString();
  return [
    `${jakarta.slice(0, 19)}+07:00`,
    `${jakarta.slice(0, 23)}+07:00`,
    `${jakarta.slice(0, 19)}+0700`,
    jakarta.slice(0, 19),
    `${utc.slice(0, 19)}Z`,
    `${utc.slice(0, 19)}+00:00`,
    utc,
    String(ms),
    String(Math.trunc(ms / 1000)),
  ];
}
