import ts from 'typescript';
import type { Finding } from '../check.ts';
import { linesOf, type SourceFile } from '../source-file.ts';
import { isAdapter } from './arrows.ts';
import type { ArchitectureRule } from './model.ts';

const MAX_LINES = 80;

const DECISIONS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.IfStatement, 'if'],
  [ts.SyntaxKind.SwitchStatement, 'switch'],
  [ts.SyntaxKind.TryStatement, 'try'],
]);

/** An adapter's main file is a table of contents: short, and without a decision of its own. */
export const adapterMain: ArchitectureRule = ({ packages, files }) =>
  packages
    .filter(({ folder }) => isAdapter(folder))
    .flatMap(({ folder }) => {
      const [main] = [`packages/${folder}/src/${folder}.ts`, `packages/${folder}/src/index.ts`].flatMap((path) =>
        files.filter((file) => file.path === path),
      );
      return main === undefined ? [] : [...tooLong(main), ...decisions(main)];
    });

function tooLong({ path, text }: SourceFile): Finding[] {
  const count = linesOf(text).length;
  if (count <= MAX_LINES) return [];
  return [{ where: path, problem: `has ${count} lines: a table of contents has at most ${MAX_LINES}` }];
}

function decisions({ path, text }: SourceFile): Finding[] {
  const found: Finding[] = [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    const word = DECISIONS.get(node.kind);
    if (word !== undefined) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({
        where: `${path}:${line + 1}`,
        problem: `decides with ${word}: move it out of the table of contents`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
