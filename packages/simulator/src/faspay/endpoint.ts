import { readBody } from '../body.ts';
import type { Context } from '../context.ts';
import { underFaults } from '../faults/under-faults.ts';
import { describeRequest } from '../received-request.ts';
import { checkFields } from './fields.ts';
import { parseMessage, textAt } from './message.ts';
import type { Message } from './message.ts';
import type { Operation } from './operation.ts';
import { Refusal } from './refusal.ts';
import { jsonResponse, refusalReply } from './reply.ts';
import type { FaspayOptions } from './settings.ts';
import { verifyCaller } from './verification.ts';
import type { SignedCall } from './verification.ts';

/** Answers one operation's requests. Faspay does not publish its order of checks; this one goes from form to meaning. */
export function endpoint(context: Context, options: FaspayOptions, operation: Operation) {
  return (request: Request): Promise<Response> =>
    underFaults(context, operation, request, () => answer(context, options, operation, request));
}

/** A request on its way to an answer. */
interface Call extends SignedCall {
  readonly body: Uint8Array | undefined;
}

async function answer(context: Context, options: FaspayOptions, operation: Operation, request: Request) {
  const call: Call = { request, body: await readBody(request), message: {} };
  try {
    call.message = readMessage(call, options);
    checkFields(call.message, operation.fields, options.unregisteredParameters);
    verifyCaller(call, operation.signed, options);
    const reply = operation.run(call.message);
    return await record(context, operation, call, { code: '00' }, jsonResponse(reply, options));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const outcome = { code: error.code, problem: error.message };
    return record(
      context,
      operation,
      call,
      outcome,
      jsonResponse(refusalReply(error, operation.title, options), options),
    );
  }
}

/** The body is JSON whatever its content type says, unless the sandbox is told to be strict. */
function readMessage({ request, body }: Call, options: FaspayOptions): Message {
  const contentType = request.headers.get('content-type') ?? '';
  if (options.contentType === 'json' && !/^application\/json\b/i.test(contentType))
    throw new Refusal('30', 'Content-Type');
  const message = body && parseMessage(new TextDecoder().decode(body));
  if (!message) throw new Refusal('30', 'JSON');
  return message;
}

async function record(
  context: Context,
  operation: Operation,
  call: Call,
  outcome: { readonly code: string; readonly problem?: string },
  response: Response,
): Promise<Response> {
  const reference = textAt(call.message, 'bill_no');
  const { code, ...problem } = outcome;
  context.record({
    type: 'request-answered',
    ...(reference && { reference }),
    detail: { operation: operation.name, responseCode: code, ...problem },
    request: describeRequest(call.request, call.body),
    ...(call.signature && { signature: call.signature }),
    answer: { status: response.status, body: await response.clone().text() },
  });
  return response;
}
