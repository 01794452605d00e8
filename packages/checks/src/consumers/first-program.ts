import { readSnippets } from '../docs/snippets/snippet.ts';
import { linesOf } from '../source-file.ts';

/** What a page tells a stranger to type, and what it says comes of it. */
export interface FirstProgram {
  /** The packages of its first `npm install`. */
  readonly packages: readonly string[];
  readonly code: string;
  readonly prints: string;
}

const INSTALL = /^npm install ((?:@[\w/-]+ ?)+)$/m;
const PRINTS = /\/\/ prints: (.+)$/m;
const SWITCH = /active: '(\w+)', \/\/ or '(\w+)'/;

/**
 * Reads the first program of a page.
 *
 * @throws Error when the page does not say how to install it, or what it prints.
 */
export function readFirstProgram(page: string): FirstProgram {
  const [, names] = INSTALL.exec(page) ?? [];
  const [snippet] = readSnippets(page);
  const [, prints] = PRINTS.exec(snippet?.code ?? '') ?? [];
  if (names === undefined || snippet === undefined || prints === undefined)
    throw new Error('The page has no program with an npm install before it and a `// prints: …` in it.');
  return { packages: names.trim().split(' '), code: `${snippet.code.trim()}\n`, prints };
}

/** The program with the acquirer's one string changed; `undefined` where the page offers no other. */
export function switchAcquirer(program: FirstProgram): FirstProgram | undefined {
  const [line, from, to] = SWITCH.exec(program.code) ?? [];
  if (line === undefined || from === undefined || to === undefined) return undefined;
  const code = program.code.replace(line, line.replace(`'${from}'`, `'${to}'`));
  return { ...program, code, prints: program.prints.replace(from, to) };
}

/** Lines of code, without blank ones and the one that keeps a snippet a module. */
export function countLines(code: string): number {
  return linesOf(code).filter((line) => line.trim() !== '' && line !== 'export {};').length;
}
