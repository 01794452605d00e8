const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * JSON without the white space between its tokens: what the standard signs. Lexical: strings, numbers and escapes stay
 * byte for byte what they were, which parsing and serialising again would not do. Linear, whatever the text is.
 */
export function minify(json: string): string {
  let minified = '';
  // From where the text is kept and not yet taken over.
  let from = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) inString = !inString;
    else if (inString) at += code === BACKSLASH ? 1 : 0;
    else if (isBlank(code)) {
      minified += json.slice(from, at);
      from = at + 1;
    }
  }
  return minified + json.slice(from);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
