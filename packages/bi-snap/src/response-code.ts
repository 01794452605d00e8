import type { Answer } from '@bayar/core/kit';

/** A SNAP response code: HTTP status (3 digits), service (2), case (2). */
export interface ResponseCode {
  readonly code: string;
  readonly http: string;
  readonly service: string;
  readonly case: string;
}

const SEVEN_DIGITS = /^([2-5]\d\d)(\d\d)(\d\d)$/;

/** Takes a response code apart; `undefined` when it is not one. */
export function parseResponseCode(value: unknown): ResponseCode | undefined {
  const [code, http, service, kase] = (typeof value === 'string' && SEVEN_DIGITS.exec(value)) || [];
  if (code === undefined || http === undefined || service === undefined || kase === undefined) return undefined;
  return { code, http, service, case: kase };
}

/**
 * The answer's code for the code tables: `404/18`, then `4xx`. The service digits are left out: acquirers' samples
 * contradict the standard there, and no meaning depends on them.
 *
 * A success code is believed under a 2xx status line, and under 409, which is how a replayed request is answered with
 * the success it already had. A refusal is believed unless the status line speaks of server trouble. Otherwise, and
 * where there is no code, there is no telling.
 */
export function codeOf(answer: Answer, body: unknown): { code: string; keys: readonly string[] } | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'responseCode')) return undefined;
  const parsed = parseResponseCode((body as { responseCode?: unknown }).responseCode);
  if (parsed === undefined) return undefined;
  return carries(answer.status, parsed.http)
    ? { code: parsed.code, keys: [`${parsed.http}/${parsed.case}`, `${parsed.http.slice(0, 1)}xx`] }
    : undefined;
}

function carries(status: number, http: string): boolean {
  if (http.startsWith('2')) return status < 300 || status === 409;
  return status < 500 || http.startsWith('5');
}
