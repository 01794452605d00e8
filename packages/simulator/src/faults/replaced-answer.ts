import type { ReplacedAnswer } from './fault.ts';
import type { FaultedCall, WireWords } from './wire-words.ts';

const page =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n';

/** Another answer than the acquirer's own. */
export function replacedAnswer(fault: ReplacedAnswer, words: WireWords, call: FaultedCall): Response {
  const json = (status: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
    new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
  switch (fault.type) {
    case 'html':
      return new Response(page, {
        status: fault.status ?? 502,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'empty':
      return json(200, '');
    case 'in-progress':
      return json(202, words.refusal(202, 'Request In Progress', call));
    case 'rate-limit': {
      const retryAfter = { 'retry-after': String(fault.retryAfterSeconds) };
      return json(429, words.refusal(429, 'Too Many Requests', call), retryAfter);
    }
    case 'answer':
      return json(fault.status, fault.body, {
        'content-type': fault.contentType ?? 'application/json',
        ...fault.headers,
      });
  }
}
