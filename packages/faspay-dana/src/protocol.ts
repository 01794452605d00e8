import { type Answer, type Protocol } from '@bayar/core/kit';
import * as v from 'valibot';
import type { Signatures } from './signature.ts';

// An inquiry about the merchant is about no bill: nothing but the credentials is signed.
const signable = v.object({ bill_no: v.optional(v.string(), '') });
const coded = v.object({
  response_code: v.union([
    v.string(),
    v.pipe(
      v.number(),
      v.transform((code) => String(code).padStart(2, '0')),
    ),
  ]),
});

/** How Faspay is spoken to: no header authenticates a request, the signature is a field of its body. */
export function createProtocol(signatures: Signatures): Protocol {
  return {
    signBody: async (fields) => {
      const { bill_no } = v.parse(signable, fields);
      return { ...fields, signature: await signatures.sign(bill_no) };
    },
    authenticate: () => Promise.resolve({ kind: 'ready', headers: {} }),
    codeOf,
  };
}

/**
 * The answer's code. Errors come with HTTP 200, some of them inside `response_error`. A success is believed only outside of
 * it and under a 2xx status line.
 */
function codeOf(answer: Answer, body: unknown): { code: string; keys: readonly string[] } | undefined {
  if (answer.status >= 500 || typeof body !== 'object' || body === null) return undefined;
  const error = 'response_error' in body;
  const parsed = v.safeParse(coded, error ? body.response_error : body);
  if (!parsed.success) return undefined;
  const code = parsed.output.response_code;
  const believed = code !== '00' || (!error && answer.status >= 200 && answer.status < 300);
  return believed ? { code, keys: [code] } : undefined;
}
