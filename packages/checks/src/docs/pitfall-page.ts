import { linesOf } from '../source-file.ts';

/** A test an entry names: its title, and its file relative to the repository. */
export interface NamedTest {
  readonly title: string;
  readonly file: string;
}

/** One numbered entry of the page. */
export interface Pitfall {
  /** Line of the page it starts on. */
  readonly line: number;
  readonly number: number;
  readonly tests: readonly NamedTest[];
}

/** The entries under one heading. */
export interface PitfallSection {
  readonly title: string;
  readonly pitfalls: readonly Pitfall[];
}

const HEADING = /^## (.+)$/;
const ENTRY = /^(\d+)\. /;
const TEST = /\[([^\]]+)\]\([^)]*?(packages\/[^)]+\.test\.ts)\)/g;

/** Reads the page: `##` headings, numbered entries, and in them links to test files whose text is a test's title. */
export function readPitfalls(page: string): PitfallSection[] {
  const sections: { title: string; pitfalls: { line: number; number: number; tests: NamedTest[] }[] }[] = [];
  for (const [index, text] of linesOf(page).entries()) {
    const title = HEADING.exec(text)?.[1];
    if (title !== undefined) sections.push({ title, pitfalls: [] });
    const entries = sections.at(-1)?.pitfalls;
    const number = ENTRY.exec(text)?.[1];
    if (number !== undefined) entries?.push({ line: index + 1, number: Number(number), tests: [] });
    entries?.at(-1)?.tests.push(...testsOf(text));
  }
  return sections;
}

function testsOf(text: string): NamedTest[] {
  return [...text.matchAll(TEST)].map(([, title = '', file = '']) => ({ title: title.replaceAll('`', ''), file }));
}
