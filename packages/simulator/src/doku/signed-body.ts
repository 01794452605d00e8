/**
 * The forms of a body whose hash a signature may cover (DOKU reference §3.2). DOKU's own libraries do not agree:
 * Node signs what it sends, Python and Go verify only after minifying, PHP only after parsing and writing anew.
 */
export function signedBodies(bytes: Uint8Array, accept: 'lenient' | 'minified'): readonly (Uint8Array | string)[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const minified = minify(text);
  if (accept === 'minified') return [minified];
  const rewritten = reserialise(text);
  return rewritten === undefined ? [bytes, minified] : [bytes, minified, rewritten];
}

/** Drops whitespace outside strings and touches nothing else. One pass: hostile bodies are minified too. */
export function minify(json: string): string {
  let minified = '';
  let inString = false;
  for (let index = 0; index < json.length; index++) {
    const letter = json.charAt(index);
    if (!inString && ' \t\r\n'.includes(letter)) continue;
    minified += letter;
    if (letter === '"') inString = !inString;
    if (inString && letter === '\\') minified += json.charAt(++index);
  }
  return minified;
}

function reserialise(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}
