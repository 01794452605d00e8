import { checkPackage, type Package as Contents } from '@arethetypeswrong/core';
import { problemAffectsResolutionKind } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { Finding } from '../check.ts';
import type { Packed } from './tarball.ts';

/** Publint over an installed package: warnings are errors. */
export async function lintPackage({ folder }: Packed, installed: string): Promise<Finding[]> {
  const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true, level: 'warning' });
  return messages.map((message) => ({
    where: `packages/${folder}`,
    problem: `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  }));
}

/** Whether the types resolve as the code does, for whoever can import ESM. */
export async function lintTypes({ folder, contents }: Packed): Promise<Finding[]> {
  const where = `packages/${folder}`;
  const problems = await typeProblems(contents);
  return problems.map((problem) => ({ where, problem: `types: ${problem}` }));
}

async function typeProblems(contents: Contents): Promise<string[]> {
  const result = await checkPackage(contents);
  if (result.types === false) return ['none are published'];
  const seen = result.problems.filter((problem) =>
    (['node16-esm', 'bundler'] as const).some((kind) => problemAffectsResolutionKind(problem, kind, result)),
  );
  return seen.map((problem) => JSON.stringify(problem));
}
