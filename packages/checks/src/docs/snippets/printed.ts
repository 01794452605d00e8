import type { Finding } from '../../check.ts';
import { linesOf } from '../../source-file.ts';
import type { Module } from './module.ts';

const PRINTS = /\/\/ prints: (.+)$/;

/** Compares what a snippet printed with its comments `// prints: …`, line by line; in them `…` stands for anything. */
export function comparePrinted(
  { page, line, code }: Pick<Module, 'page' | 'line' | 'code'>,
  printed: string,
): Finding[] {
  const promised = linesOf(code).flatMap((text, index) => {
    const [, prints] = PRINTS.exec(text) ?? [];
    return prints === undefined ? [] : [{ at: index + 1, prints }];
  });
  const lines = linesOf(printed);
  const broken = promised.findIndex(({ prints }, index) => !isPrinted(prints, lines[index]));
  const { at, prints } = promised[broken] ?? {};
  if (at !== undefined && prints !== undefined)
    return [{ where: `${page}:${at}`, problem: `says it prints "${prints}" and prints "${lines[broken] ?? ''}"` }];
  const unannounced = lines[promised.length];
  if (unannounced === undefined) return [];
  return [{ where: `${page}:${line}`, problem: `prints "${unannounced}" and does not say so in a // prints: comment` }];
}

function isPrinted(prints: string, line: string | undefined): boolean {
  return line !== undefined && new RegExp(`^${RegExp.escape(prints).replaceAll('…', '.*')}$`).test(line);
}
