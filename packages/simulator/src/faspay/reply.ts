import type { Refusal } from './refusal.ts';
import type { FaspayOptions } from './settings.ts';

/** The members of an answer. Values are texts; only items are structured. */
export type Reply = Readonly<Record<string, unknown>>;

/** The two members every successful answer ends with. `00` says the call worked, not that a bill is paid. */
export function success(options: FaspayOptions): Reply {
  return { response_code: '00', response_desc: options.language === 'id' ? 'Sukses' : 'Success' };
}

/** A refusal, in either of the shapes Faspay was seen to use (Faspay reference §6.2.3). */
export function refusalReply(refusal: Refusal, title: string, options: FaspayOptions): Reply {
  const members = { response_code: refusal.code, response_desc: refusal.message };
  if (options.errorShape === 'nested') return { response_error: members };
  return { response: title, merchant_id: options.merchantId, ...members };
}

/** Always HTTP 200 and never signed; slashes are escaped as Faspay escapes them. */
export function jsonResponse(reply: Reply, options: FaspayOptions): Response {
  const json = JSON.stringify(reply).replaceAll('/', '\\/');
  return new Response(spoil(json, options), { headers: { 'content-type': 'application/json' } });
}

function spoil(json: string, { answerDefect }: FaspayOptions): string {
  if (answerDefect === 'trailing-break') return `${json}<br>\n`;
  return answerDefect === 'missing-comma' ? json.replace('",', '" ') : json;
}
