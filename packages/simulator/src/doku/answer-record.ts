import type { Context } from '../context.ts';
import { describeRequest } from '../received-request.ts';
import type { SignatureCheck } from '../signature-check.ts';
import { parseJsonObject, valueAt } from './json.ts';
import type { DokuOperation } from './reply.ts';

/** What came in and what went out. */
export interface AnsweredCall {
  /** Absent where there was too much of it. */
  readonly bytes: Uint8Array | undefined;
  /** Absent where the request was refused before its signature was looked at. */
  readonly signature: SignatureCheck | undefined;
  readonly status: number;
  readonly body: string;
}

/** Writes an answered request into the timeline, under the payment it is about. */
export function recordAnswer(context: Context, operation: DokuOperation, request: Request, call: AnsweredCall): void {
  const { bytes, signature, status, body } = call;
  const reference = referenceOf(bytes);
  const answered = parseJsonObject(body);
  context.record({
    type: typeOf(operation, status),
    ...(reference && { reference }),
    detail: {
      operation,
      responseCode: answered?.['responseCode'],
      responseMessage: answered?.['responseMessage'],
    },
    request: describeRequest(request, bytes),
    ...(signature && { signature }),
    answer: { status, body },
  });
}

function typeOf(operation: DokuOperation, status: number): string {
  if (operation !== 'token') return 'request-answered';
  return status === 200 ? 'token-given' : 'token-refused';
}

function referenceOf(bytes: Uint8Array | undefined): string {
  const body = parseJsonObject(new TextDecoder().decode(bytes)) ?? {};
  const names = ['partnerReferenceNo', 'originalPartnerReferenceNo'];
  return names.map((name) => valueAt(body, name)).find((value) => typeof value === 'string') ?? '';
}
