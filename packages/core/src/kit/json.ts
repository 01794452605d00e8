/**
 * Parses JSON, refusing what two readers could understand differently: a key that stands twice in one object, however
 * it is spelt. Linear in the length of the text.
 *
 * @returns `undefined` when the text is not JSON or holds a duplicate key. (The JSON value `null` comes back as `null`.)
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return hasDuplicateKey(text) ? undefined : value;
  } catch {
    return undefined;
  }
}

const STRING_OR_BRACKET = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
const BEFORE_VALUE = /\S/g;

// Works on text JSON.parse has accepted, so a string followed by a colon is a key of the innermost object.
function hasDuplicateKey(text: string): boolean {
  const open: Set<string>[] = [];
  for (const { 0: token, index } of text.matchAll(STRING_OR_BRACKET)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (nextCharacter(text, index + token.length) === ':') {
      const keys = open.at(-1);
      const key = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
      if (keys === undefined || keys.has(key)) return true;
      keys.add(key);
    }
  }
  return false;
}

function nextCharacter(text: string, from: number): string | undefined {
  BEFORE_VALUE.lastIndex = from;
  return BEFORE_VALUE.exec(text)?.[0];
}
