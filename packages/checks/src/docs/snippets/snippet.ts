import { linesOf } from '../../source-file.ts';

/** A TypeScript module read out of a page. */
export interface Snippet {
  /** Line of the page on which the first part starts. */
  readonly line: number;
  /** As many lines as the page has up to its end, so that the compiler names the page's own lines. */
  readonly code: string;
}

interface Fence {
  readonly from: number;
  readonly continued: boolean;
  readonly lines: readonly string[];
}

const OPEN = /^(\s*)```(?:ts|typescript)(?:\s+(.*))?$/;
const CLOSE = /^\s*```\s*$/;

/**
 * The TypeScript of a page: each fence marked `ts` is a module of its own; one marked `ts continued` goes on where the
 * fence before it ended. A fence in a comment of the page is not shown and counts all the same.
 */
export function readSnippets(page: string): Snippet[] {
  const modules: Fence[][] = [];
  for (const fence of readFences(linesOf(page))) {
    const current = modules.at(-1);
    if (fence.continued && current !== undefined) current.push(fence);
    else modules.push([fence]);
  }
  return modules.map((fences) => ({ line: (fences[0]?.from ?? 0) + 1, code: lay(fences) }));
}

function readFences(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [open, , words = ''] = OPEN.exec(lines[at] ?? '') ?? [];
    if (open === undefined) continue;
    const from = at + 1;
    const length = lines.slice(from).findIndex((line) => CLOSE.test(line));
    at = length < 0 ? lines.length : from + length;
    fences.push({ from, continued: words.split(/\s+/).includes('continued'), lines: lines.slice(from, at) });
  }
  return fences;
}

function lay(fences: readonly Fence[]): string {
  const page: string[] = [];
  for (const { from, lines } of fences) {
    while (page.length < from) page.push('');
    page.push(...lines);
  }
  // A module, whether or not it imports anything, so that it may await and shares no names with the others.
  return `${page.join('\n')}\nexport {};\n`;
}
