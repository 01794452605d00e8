import type { Context } from '../context.ts';
import { underFaults } from '../faults/under-faults.ts';
import { formatJakarta } from './jakarta-time.ts';
import { isMessage, textAt, valueAt } from './message.ts';
import type { Message } from './message.ts';
import type { Answer, Operation } from './operation.ts';
import { Refusal, badRequest } from './refusal.ts';
import { checkShape } from './rules.ts';
import type { DanaOptions } from './settings.ts';
import { verifyRequest } from './verification.ts';

/** Answers one operation's requests: headers, timestamp, signature, body, magic values, then the operation itself. */
export function endpoint(context: Context, options: DanaOptions, operation: Operation) {
  return (request: Request): Promise<Response> =>
    underFaults(context, operation, request, () => answerRequest(context, options, operation, request));
}

async function answerRequest(context: Context, options: DanaOptions, operation: Operation, request: Request) {
  const bytes = new Uint8Array(await request.arrayBuffer());
  let message: Message = {};
  try {
    verifyRequest(request, bytes, operation.auth, options, context.clock.now());
    message = parseBody(bytes);
    checkShape(message, operation.shape);
    operation.check?.(message);
    operation.magic?.(message);
    const answer = await operation.run(message, request);
    return respond(context, operation, message, answer.status, wireAnswer(operation, message, answer));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return respond(context, operation, message, error.status, wireRefusal(operation, message, error, request));
  }
}

function parseBody(bytes: Uint8Array): Message {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw badRequest();
  }
  if (!isMessage(value)) throw badRequest();
  return value;
}

function wireAnswer(operation: Operation, message: Message, answer: Answer): Message {
  const service = operation.successService ?? operation.service;
  return {
    responseCode: `${answer.status}${service}00`,
    responseMessage: answer.message,
    ...echoed(operation, message),
    ...answer.body,
  };
}

function wireRefusal(operation: Operation, message: Message, refusal: Refusal, request: Request): Message {
  const debug = ['true', '1'].includes(request.headers.get('X-Debug-Mode') ?? '');
  return {
    ...echoed(operation, message),
    responseCode: `${refusal.status}${operation.service}${refusal.caseCode}`,
    responseMessage: refusal.message,
    ...(debug && { additionalInfo: { debugMessage: refusal.debugMessage ?? refusal.message } }),
  };
}

/** Refusals of the headers or the signature repeat nothing: the body was not read by then. */
function echoed(operation: Operation, message: Message): Message {
  return Object.fromEntries(
    operation.echo.flatMap((name) => {
      const value = valueAt(message, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function respond(context: Context, operation: Operation, message: Message, status: number, body: Message): Response {
  const reference = textAt(message, 'partnerReferenceNo') || textAt(message, 'originalPartnerReferenceNo');
  context.record({
    type: 'request-answered',
    ...(reference && { reference }),
    detail: { operation: operation.name, responseCode: body['responseCode'], responseMessage: body['responseMessage'] },
  });
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'X-TIMESTAMP': formatJakarta(context.clock.now()) },
  });
}
