import { parseJson, readBody } from '../body.ts';
import type { Context } from '../context.ts';
import { underFaults } from '../faults/under-faults.ts';
import { describeRequest } from '../received-request.ts';
import type { ExternalIds } from './external-ids.ts';
import { formatJakarta } from './jakarta-time.ts';
import { isMessage, textAt, valueAt } from './message.ts';
import type { Message } from './message.ts';
import type { Answer, Operation } from './operation.ts';
import { Refusal, badRequest } from './refusal.ts';
import { checkShape } from './rules.ts';
import type { DanaOptions } from './settings.ts';
import { verifyRequest } from './verification.ts';
import type { SignedCall } from './verification.ts';

/** The operation a request is for, and what all operations share. */
interface Served {
  readonly context: Context;
  readonly options: DanaOptions;
  readonly operation: Operation;
  readonly paths: readonly string[];
  readonly externalIds: ExternalIds;
}

/** A request on its way to an answer. */
interface Call extends SignedCall {
  message: Message;
}

/** Answers one operation's requests: headers, timestamp, signature, body, magic values, then the operation itself. */
export function endpoint(served: Served) {
  const { context, operation } = served;
  return (request: Request): Promise<Response> =>
    underFaults(context, operation, request, () => answerRequest(served, request));
}

async function answerRequest(served: Served, request: Request): Promise<Response> {
  const { context, options, operation, paths, externalIds } = served;
  const body = await readBody(request);
  const call: Call = { request, body: body ?? new Uint8Array(), message: {} };
  try {
    if (!body) throw badRequest();
    verifyRequest(call, { style: operation.auth, options, paths, externalIds, now: context.clock.now() });
    call.message = parseBody(body);
    checkShape(call.message, operation.shape);
    operation.check?.(call.message);
    operation.magic?.(call.message);
    if (operation.isSilent?.(call.message)) return await context.waitingRoom.hang(request);
    const answer = await operation.run(call.message, request);
    return respond(served, call, answer.status, wireAnswer(operation, call.message, answer));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return respond(served, call, error.status, wireRefusal(operation, call.message, error, request));
  }
}

function parseBody(bytes: Uint8Array): Message {
  let value: unknown;
  try {
    value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
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

function respond({ context, operation }: Served, call: Call, status: number, body: Message): Response {
  const text = JSON.stringify(body);
  const reference = referenceOf(call);
  context.record({
    type: 'request-answered',
    ...(reference && { reference }),
    detail: { operation: operation.name, responseCode: body['responseCode'], responseMessage: body['responseMessage'] },
    request: describeRequest(call.request, call.body),
    ...(call.signature && { signature: call.signature }),
    answer: { status, body: text },
  });
  return new Response(text, {
    status,
    headers: { 'Content-Type': 'application/json', 'X-TIMESTAMP': formatJakarta(context.clock.now()) },
  });
}

/** What the request is about, for the timeline alone: also where the body was refused unread. */
function referenceOf({ message, body }: Call): string {
  const name = (from: Message) => textAt(from, 'partnerReferenceNo') || textAt(from, 'originalPartnerReferenceNo');
  if (name(message)) return name(message);
  try {
    return name(parseBody(body));
  } catch {
    return '';
  }
}
