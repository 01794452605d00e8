import type { Context } from '../context.ts';
import { formatJakarta } from './jakarta-time.ts';
import type { Message } from './message.ts';
import type { DanaOptions } from './settings.ts';
import { signText } from './signature.ts';

/** How a call of the Open API ended. DANA publishes no list of codes: those here are this simulator's words. */
export interface ResultInfo {
  readonly resultStatus: 'S' | 'F' | 'U';
  readonly resultCodeId: string;
  readonly resultCode: string;
  readonly resultMsg: string;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The exact text of one member of the outermost object: what a signature of the Open API covers (DANA reference §2.8).
 * For text that is JSON.
 */
export function memberText(json: string, name: string): string | undefined {
  let depth = 0;
  let key = '';
  let start = 0;
  for (const { 0: part, index } of json.matchAll(token)) {
    if (depth === 1 && (part === ',' || part === '}')) {
      if (start > 0 && key === name) return json.slice(start, index).trim();
      key = '';
      start = 0;
    } else if (depth === 1 && part === ':') start = index + 1;
    else if (depth === 1 && part.startsWith('"') && start === 0) key = String(JSON.parse(part));
    if (part === '{' || part === '[') depth += 1;
    else if (part === '}' || part === ']') depth -= 1;
  }
  return undefined;
}

/** A head as every message of the Open API carries one. */
export function openApiHead(context: Context, options: DanaOptions, name: string): Message {
  return {
    version: '2.0',
    function: name,
    clientId: options.clientId,
    reqMsgId: uuid(context.random.hex(32)),
    reserve: '{}',
  };
}

/** DANA's answer, signed with its key over the text of `response`. */
export function openApiAnswer(context: Context, options: DanaOptions, name: string, body: Message): Response {
  const head = { ...openApiHead(context, options, name), respTime: formatJakarta(context.clock.now()) };
  return Response.json(sealed('response', { head, body }, options));
}

/** A message under the name, with DANA's signature over its text beside it. */
export function sealed(name: 'request' | 'response', message: Message, options: DanaOptions): Message {
  return { [name]: message, signature: signText(JSON.stringify(message), options.danaKeys().privateKey) };
}

function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
