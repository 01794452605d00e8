import type { SpoiltAnswer } from './fault.ts';
import { cutBody, drippingBody } from './interrupted-body.ts';
import type { WireWords } from './wire-words.ts';

/** The acquirer's own answer, spoilt on its way. `wait` passes time for the caller of this answer. */
export async function spoiltAnswer(
  fault: SpoiltAnswer,
  answer: Response,
  words: WireWords,
  wait: (ms: number) => Promise<void>,
): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  switch (fault.type) {
    case 'truncate':
      return cutBody(answer, bytes, Math.min(fault.bytes ?? Math.floor(bytes.length / 2), bytes.length));
    case 'drip':
      return drippingBody(answer, bytes, fault.bytes ?? 1, () => wait(fault.everyMs));
    case 'content-type':
      return withBody(answer, bytes, { contentType: fault.contentType ?? 'text/plain' });
    case 'replay':
      return withBody(answer, bytes, { status: 409 });
    case 'unknown-code':
      return rewrite(answer, bytes, words.code, (code) => fault.code ?? words.unknownCode(code));
    case 'unknown-status':
      return rewrite(answer, bytes, words.status, () => fault.status ?? words.unknownStatus);
  }
}

function withBody(
  answer: Response,
  body: Uint8Array | string,
  changes: { readonly status?: number; readonly contentType?: string } = {},
): Response {
  const headers = new Headers(answer.headers);
  if (changes.contentType !== undefined) headers.set('content-type', changes.contentType);
  return new Response(typeof body === 'string' ? body : body.slice(), {
    status: changes.status ?? answer.status,
    headers,
  });
}

/** Replaces the value of one text member in place, so that every other byte stays as it was. */
function rewrite(answer: Response, bytes: Uint8Array, member: string, change: (value: string) => string): Response {
  const text = new TextDecoder().decode(bytes);
  const pattern = new RegExp(`("${member}":")([^"]*)"`);
  return withBody(
    answer,
    text.replace(pattern, (_, before: string, value: string) => `${before}${change(value)}"`),
  );
}
