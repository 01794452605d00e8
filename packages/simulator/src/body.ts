/** What a request may carry; acquirers' bodies have a few kilobytes. */
const largestBody = 1_048_576;
/** Deeper than any message, and far from where writing a value down again would exhaust the stack. */
const deepest = 64;

/** The bytes of a body, or undefined where there are more than 1 MiB of them: the rest is not read. */
export async function readBody(request: Request): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The fields of a form; none where the body is too large. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const bytes = await readBody(request);
  return new URLSearchParams(new TextDecoder().decode(bytes));
}

/** The JSON value in a body, or undefined where it is none. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBody(request);
  try {
    return bytes && parseJson(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** The value a JSON text stands for. Throws where it is no JSON, or nested deeper than any message is. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (isDeep(value, deepest)) throw new SyntaxError('Nested too deep');
  return value;
}

function isDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((member) => isDeep(member, left - 1));
}
