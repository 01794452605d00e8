import ts from 'typescript';
import type { Finding } from '../../check.ts';
import type { Module } from './module.ts';

/** Values a snippet only declares: it would compile and could not run. */
export function findDeclared({ page, code }: Pick<Module, 'page' | 'code'>): Finding[] {
  const file = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.Latest);
  return file.statements
    .filter((statement) => isDeclared(statement) && !isType(statement))
    .map((statement) => ({
      where: `${page}:${file.getLineAndCharacterOfPosition(statement.getStart(file)).line + 1}`,
      problem: 'declares a value that is nowhere: import it from the shop of packages/snippets, or make it',
    }));
}

function isDeclared(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
}

function isType(statement: ts.Statement): boolean {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}
