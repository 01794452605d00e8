import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { readPitfalls, type PitfallSection } from './pitfall-page.ts';

const PAGE = 'docs/pitfalls.md';
/** How many entries of a section may be a sentence without a test. */
const SENTENCES = 6;
const NOT_RUN = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|todo|only|fails)\b/;

/** A test as the runner lists it, with templates as they stand in the source. */
interface Listed {
  readonly name: string;
  readonly file: string;
}

/** Every pitfall names a test that exists and is run. */
export async function checkPitfalls(context: Context): Promise<Finding[]> {
  const { root } = context.workspace;
  const page = await readFile(join(root, PAGE), 'utf8').catch(() => '');
  const sections = readPitfalls(page);
  const files = [...new Set(testsOf(sections).map(({ file }) => file))];
  // Without a file to look into, the runner would list every test there is.
  if (files.length === 0) return [{ where: PAGE, problem: 'names no test' }];
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(join(root, file), 'utf8').catch(() => '') })),
  );
  const switchedOff = texts.filter(({ text }) => NOT_RUN.test(text)).map(({ file }) => file);
  const options = ['list', ...files, '--config', 'vitest.workspace.ts', '--json'];
  const ended = await runCommand(context, { program: 'vitest', options });
  if (ended.code !== 0) return [{ where: PAGE, problem: excerpt(ended) }];
  const listed = JSON.parse(ended.stdout) as Listed[];
  const known = listed.map(({ name, file }) => ({ name, file: relative(root, file).replaceAll('\\', '/') }));
  return [
    ...sections.flatMap((section) => findPitfalls(section, known)),
    ...switchedOff.map((file) => ({ where: file, problem: `is named by ${PAGE} and does not run all of its tests` })),
  ];
}

/** What is wrong with one section, given the tests there are. */
export function findPitfalls({ title, pitfalls }: PitfallSection, listed: readonly Listed[]): Finding[] {
  const sentences = pitfalls.filter(({ tests }) => tests.length === 0);
  return [
    ...pitfalls
      .filter(({ number }, index) => number !== index + 1)
      .map(({ line, number }) => ({ where: `${PAGE}:${line}`, problem: `${number} is out of order` })),
    ...pitfalls.flatMap(({ line, tests }) =>
      tests
        .filter((test) => !listed.some(({ file, name }) => file === test.file && isTitle(name, test.title)))
        .map(({ title: missing, file }) => ({
          where: `${PAGE}:${line}`,
          problem: `«${missing}» is no test of ${file}`,
        })),
    ),
    ...(sentences.length > SENTENCES
      ? [{ where: PAGE, problem: `${title} has ${sentences.length} entries without a test; at most ${SENTENCES} may` }]
      : []),
  ];
}

function testsOf(sections: readonly PitfallSection[]): readonly { readonly file: string }[] {
  return sections.flatMap(({ pitfalls }) => pitfalls.flatMap(({ tests }) => tests));
}

function isTitle(name: string, title: string): boolean {
  return name === title || name.endsWith(` > ${title}`);
}
