import type { Context } from '../context.ts';
import { underFaults } from '../faults/under-faults.ts';
import { checkFields } from './fields.ts';
import { parseMessage, textAt } from './message.ts';
import type { Message } from './message.ts';
import type { Operation } from './operation.ts';
import { Refusal } from './refusal.ts';
import { jsonResponse, refusalReply } from './reply.ts';
import type { FaspayOptions } from './settings.ts';
import { verifyCaller } from './verification.ts';

/** Answers one operation's requests. Faspay does not publish its order of checks; this one goes from form to meaning. */
export function endpoint(context: Context, options: FaspayOptions, operation: Operation) {
  return (request: Request): Promise<Response> =>
    underFaults(context, operation, request, () => answer(context, options, operation, request));
}

async function answer(context: Context, options: FaspayOptions, operation: Operation, request: Request) {
  let message: Message = {};
  try {
    message = await readMessage(request, options);
    checkFields(message, operation.fields, options.unregisteredParameters);
    verifyCaller(request, message, operation.signed, options);
    const reply = operation.run(message);
    record(context, operation, message, '00');
    return jsonResponse(reply, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    record(context, operation, message, error.code, error.message);
    return jsonResponse(refusalReply(error, operation.title, options), options);
  }
}

/** The body is JSON whatever its content type says, unless the sandbox is told to be strict. */
async function readMessage(request: Request, options: FaspayOptions): Promise<Message> {
  const text = await request.text();
  const contentType = request.headers.get('content-type') ?? '';
  if (options.contentType === 'json' && !/^application\/json\b/i.test(contentType))
    throw new Refusal('30', 'Content-Type');
  const message = parseMessage(text);
  if (!message) throw new Refusal('30', 'JSON');
  return message;
}

function record(context: Context, operation: Operation, message: Message, code: string, problem?: string): void {
  const reference = textAt(message, 'bill_no');
  context.record({
    type: 'request-answered',
    ...(reference && { reference }),
    detail: { operation: operation.name, responseCode: code, ...(problem !== undefined && { problem }) },
  });
}
