import { stripVTControlCharacters } from 'node:util';
import type { Context, Finding } from '../../check.ts';
import { runCommand } from '../../command.ts';

const REPORTED = /^\[(?:warning|error)\]|error TS\d+/;
const SUMMARY = /Found \d+ errors? and \d+ warnings?/;

/** Typedoc over everything public: a warning is a finding. */
export async function checkReference(context: Context): Promise<Finding[]> {
  const options = ['--options', 'docs/typedoc.config.js', '--treatWarningsAsErrors'];
  const ended = await runCommand(context, { program: 'typedoc', options });
  if (ended.code === 0) return [];
  const lines = stripVTControlCharacters(`${ended.stdout}\n${ended.stderr}`)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const reported = lines.filter((line) => REPORTED.test(line) && !SUMMARY.test(line));
  return (reported.length > 0 ? reported : lines).map((problem) => ({ where: 'reference', problem }));
}
