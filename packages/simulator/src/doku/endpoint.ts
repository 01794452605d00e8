import type { Context } from '../context.ts';
import { underFaults } from '../faults/under-faults.ts';
import { verifyCall } from './call-verification.ts';
import type { CallVerification, VerifiedCall } from './call-verification.ts';
import type { ExternalIds } from './external-id.ts';
import { faultedCall, jsonResponse, replyBody } from './reply.ts';
import type { DokuOperation, Reply } from './reply.ts';
import { conflict } from './response-case.ts';

/** What every transactional call passes through. */
export interface EndpointDesk {
  readonly context: Context;
  readonly verification: CallVerification;
  readonly externalIds: ExternalIds;
}

/** One transactional call as data. */
export interface Endpoint {
  readonly operation: DokuOperation;
  /** Whether the call names the customer's device. */
  readonly aboutDevice: boolean;
  readonly run: (call: VerifiedCall) => Reply;
}

/** Verifies a request, runs the operation once per `X-EXTERNAL-ID`, and answers. */
export function serveEndpoint(desk: EndpointDesk, endpoint: Endpoint, request: Request): Promise<Response> {
  const style = desk.verification.settings.serviceCodes;
  return underFaults(desk.context, faultedCall(endpoint.operation, style), request, async () => {
    const { pathname, search } = new URL(request.url);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const received = { method: request.method, path: `${pathname}${search}`, headers: request.headers, bytes };
    const verdict = verifyCall(desk.verification, received, endpoint.aboutDevice);
    if ('refused' in verdict) return respond(desk, endpoint.operation, { outcome: verdict.refused }).response;
    return runOnce(desk, endpoint, verdict.verified);
  });
}

/** A repeated request gets the stored body under HTTP 409; another request under a used id is refused. */
function runOnce(desk: EndpointDesk, endpoint: Endpoint, call: VerifiedCall): Response {
  const now = desk.context.clock.now();
  const use = desk.externalIds.use(call.externalId, call.fingerprint, now);
  if (use.kind === 'replay') return jsonResponse(409, use.body);
  if (use.kind === 'conflict') return respond(desk, endpoint.operation, { outcome: conflict }).response;
  const { body, response } = respond(desk, endpoint.operation, endpoint.run(call));
  desk.externalIds.keep(call.externalId, call.fingerprint, body, now);
  return response;
}

function respond(desk: EndpointDesk, operation: DokuOperation, reply: Reply): { body: string; response: Response } {
  const { http, message } = reply.outcome;
  const body = replyBody(reply, operation, desk.verification.settings.serviceCodes);
  if (http >= 400) desk.context.record({ type: 'request-refused', detail: { operation, http, message } });
  return { body, response: jsonResponse(http, body) };
}
