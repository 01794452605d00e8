import { fileURLToPath } from 'node:url';
import type { Context, Finding } from '../../check.ts';
import { excerpt, runCommand, type Ended } from '../../command.ts';
import { comparePrinted } from './printed.ts';
import type { Module } from './module.ts';

const GUARD = fileURLToPath(new URL('guard.ts', import.meta.url));
/** A snippet takes a second; one that waits for ever is ended. */
const ENDS_WITHIN_MS = 60_000;
const AT = /@\d+\.ts:(\d+)/;
const ERROR = /^\w*Error\b/m;
const NEVER_CALLED = /@\d+\.ts:(\d+): (.+ is never called)$/gm;

/** Runs a snippet to its end, in a process of its own that reaches nothing beyond this machine. */
export async function runSnippet(context: Context, module: Module): Promise<Finding[]> {
  const expired = AbortSignal.timeout(ENDS_WITHIN_MS);
  const signal = AbortSignal.any([context.signal, expired]);
  const options = ['--conditions=@bayar/source', '--import', GUARD, module.path];
  try {
    const ended = await runCommand({ ...context, signal }, { program: 'node', options });
    return ended.code === 0 ? comparePrinted(module, ended.stdout) : findFailures(module, ended);
  } catch (error) {
    if (!expired.aborted || context.signal.aborted) throw error;
    return [{ where: `${module.page}:${module.line}`, problem: `has not ended after ${ENDS_WITHIN_MS / 1000} s` }];
  }
}

function findFailures({ page, line }: Module, ended: Ended): Finding[] {
  const idle = [...ended.stderr.matchAll(NEVER_CALLED)];
  if (idle.length > 0) return idle.map(([, at = '', problem = '']) => ({ where: `${page}:${at}`, problem }));
  const [, at = String(line)] = AT.exec(ended.stderr) ?? [];
  const problem = excerpt(
    { ...ended, stdout: '', stderr: ended.stderr.slice(Math.max(0, ended.stderr.search(ERROR))) },
    8,
  );
  return [{ where: `${page}:${at}`, problem: `fails with code ${ended.code}: ${problem}` }];
}
