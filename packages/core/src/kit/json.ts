/**
 * Parses JSON, refusing what two readers could understand differently: a key that stands twice in one object, however
 * it is spelt. Linear in the length of the text.
 *
 * @returns `undefined` when the text is not JSON or holds a duplicate key. (The JSON value `null` comes back as `null`.)
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(text) === countMembers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const QUOTE = '"';
const BLANK = 0x20;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Keys as they are written: in text JSON.parse has accepted, a string with a colon behind it is one. */
function countKeys(text: string): number {
  let keys = 0;
  for (let opens = text.indexOf(QUOTE); opens >= 0;) {
    const after = afterString(text, opens);
    let next = after;
    while (text.charCodeAt(next) <= BLANK) next += 1;
    if (text.charCodeAt(next) === COLON) keys += 1;
    opens = text.indexOf(QUOTE, next);
  }
  return keys;
}

function afterString(text: string, opens: number): number {
  let closes = text.indexOf(QUOTE, opens + 1);
  while (isEscaped(text, closes)) closes = text.indexOf(QUOTE, closes + 1);
  return closes + 1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}

/** Keys that were kept: of those that stand twice, one. A list and no recursion: a message may be deeper than the stack. */
function countMembers(value: unknown): number {
  let members = 0;
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const values: unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (values !== next) members += values.length;
    for (const each of values) if (typeof each === 'object') open.push(each);
  }
  return members;
}
