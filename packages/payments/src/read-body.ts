import { BodyWasParsed } from './body-was-parsed.ts';

/** Largest inbound body: many times what any acquirer sends. Checked before anything is hashed. */
const MAX_BODY_BYTES = 65_536;

/** The bytes received, or why there are none to verify. */
export type ReadBody =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'unusable';
      readonly refusal: 'body-was-parsed' | 'too-large' | 'malformed';
      readonly hint: string;
    };

/** Reads a body whole, as bytes, up to a limit. */
export async function readBody(request: Request): Promise<ReadBody> {
  if (request.bodyUsed) {
    const hint =
      'Something read the body before payments.handler. Mount the handler before any body parser: signatures cover the raw bytes.';
    return { kind: 'unusable', refusal: 'body-was-parsed', hint };
  }
  const reader = request.body?.getReader();
  if (reader === undefined) return { kind: 'bytes', bytes: new Uint8Array() };
  try {
    return await readUpTo(reader);
  } catch (error) {
    if (error instanceof BodyWasParsed) return { kind: 'unusable', refusal: 'body-was-parsed', hint: error.message };
    return { kind: 'unusable', refusal: 'malformed', hint: 'The body broke off.' };
  }
}

async function readUpTo(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return {
        kind: 'unusable',
        refusal: 'too-large',
        hint: `The body has more than ${String(MAX_BODY_BYTES)} bytes.`,
      };
    }
    chunks.push(part.value);
  }
  return { kind: 'bytes', bytes: new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer()) };
}
