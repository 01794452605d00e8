import type { FaultedCall } from '../faults/wire-words.ts';
import type { ResponseCase } from './response-case.ts';
import type { DokuSettings } from './settings.ts';

/** DOKU's operations, by the names faults are planned with. */
export type DokuOperation = 'token' | 'payment' | 'refund' | 'status';

/** What an operation answers, before it has a response code. */
export interface Reply {
  readonly outcome: ResponseCase;
  /** The body's members after code and message. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Digits 4 and 5 of the response code. DOKU's DANA page and the SNAP standard disagree on two of them. */
const serviceDigits: Readonly<
  Record<NonNullable<DokuSettings['serviceCodes']>, Readonly<Record<DokuOperation, string>>>
> = {
  documented: { token: '73', payment: '05', refund: '07', status: '55' },
  standard: { token: '73', payment: '54', refund: '58', status: '55' },
};

/** The operation as planned faults know it. */
export function faultedCall(operation: DokuOperation, style: NonNullable<DokuSettings['serviceCodes']>): FaultedCall {
  return { name: operation, service: serviceDigits[style][operation] };
}

/** The seven digits. */
export function responseCode(
  outcome: ResponseCase,
  operation: DokuOperation,
  style: NonNullable<DokuSettings['serviceCodes']>,
): string {
  return `${outcome.http}${serviceDigits[style][operation]}${outcome.number}`;
}

/** The answer's bytes, code and message first. */
export function replyBody(
  reply: Reply,
  operation: DokuOperation,
  style: NonNullable<DokuSettings['serviceCodes']>,
): string {
  const code = responseCode(reply.outcome, operation, style);
  return JSON.stringify({ responseCode: code, responseMessage: reply.outcome.message, ...reply.fields });
}

/** A JSON answer. */
export function jsonResponse(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}
