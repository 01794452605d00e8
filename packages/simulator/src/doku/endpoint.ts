import { readBody } from '../body.ts';
import type { Context } from '../context.ts';
import { underFaults } from '../faults/under-faults.ts';
import { verifyCall } from './call-verification.ts';
import type { CallVerification, ReceivedCall, VerifiedCall } from './call-verification.ts';
import type { ExternalIds } from './external-id.ts';
import { faultedCall, jsonResponse, replyBody } from './reply.ts';
import type { DokuOperation, Reply } from './reply.ts';
import { recordAnswer } from './answer-record.ts';
import { badRequest, conflict } from './response-case.ts';

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
    const bytes = await readBody(request);
    const { method, headers } = request;
    const call: ReceivedCall = { method, path: `${pathname}${search}`, headers, bytes: bytes ?? new Uint8Array() };
    const answered = bytes ? answer(desk, endpoint, call) : write(desk, endpoint.operation, { outcome: badRequest });
    recordAnswer(desk.context, endpoint.operation, request, { bytes, signature: call.signature, ...answered });
    return jsonResponse(answered.status, answered.body);
  });
}

interface Written {
  readonly status: number;
  readonly body: string;
}

function answer(desk: EndpointDesk, endpoint: Endpoint, received: ReceivedCall): Written {
  const verdict = verifyCall(desk.verification, received, endpoint.aboutDevice);
  if ('refused' in verdict) return write(desk, endpoint.operation, { outcome: verdict.refused });
  return runOnce(desk, endpoint, verdict.verified);
}

/** A repeated request gets the stored body under HTTP 409; another request under a used id is refused. */
function runOnce(desk: EndpointDesk, endpoint: Endpoint, call: VerifiedCall): Written {
  const now = desk.context.clock.now();
  const use = desk.externalIds.use(call.externalId, call.fingerprint, now);
  if (use.kind === 'replay') return { status: 409, body: use.body };
  if (use.kind === 'conflict') return write(desk, endpoint.operation, { outcome: conflict });
  const written = write(desk, endpoint.operation, endpoint.run(call));
  desk.externalIds.keep(call.externalId, call.fingerprint, written.body, now);
  return written;
}

function write(desk: EndpointDesk, operation: DokuOperation, reply: Reply): Written {
  return {
    status: reply.outcome.http,
    body: replyBody(reply, operation, desk.verification.settings.serviceCodes),
  };
}
