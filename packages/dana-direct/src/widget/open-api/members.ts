/** A member of a JSON object, as it stands in the text. */
export interface Member {
  readonly name: string;
  /** The whole member, `"name":value`, with the blanks around it. */
  readonly text: string;
  /** The value, without the blanks around it. */
  readonly value: string;
}

const STRING_COMMA_OR_BRACKET = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;
const NAME = /"(?:[^"\\]|\\.)*"/;

/**
 * The members of the outermost object, byte for byte: a signature over a part of a message covers its text, which parsing
 * and serialising again would change. For text that has been parsed as a JSON object.
 */
export function membersOf(json: string): readonly Member[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of json.matchAll(STRING_COMMA_OR_BRACKET)) {
    if (token === '{' || token === '[') depth += 1;
    const outermost = depth === 1;
    if (token === '}' || token === ']') depth -= 1;
    // The bracket that opens it, each comma in it, and the bracket that closes it.
    if (outermost && (ends.length === 0 || token === ',' || depth === 0)) ends.push(index);
  }
  return ends.slice(1).map((end, index) => readMember(json.slice((ends[index] ?? 0) + 1, end)));
}

function readMember(text: string): Member {
  const name = NAME.exec(text);
  if (name === null) return { name: '', text, value: '' };
  const value = text.slice(name.index + name[0].length).replace(/^\s*:/, '');
  return { name: String(JSON.parse(name[0])), text, value: value.trim() };
}
