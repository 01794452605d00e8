import { parseArgs } from 'node:util';
import { breakNames, type BreakName } from './breaks.ts';

/** What the command line asks for. */
export interface Arguments {
  readonly json: boolean;
  readonly breaks: BreakName | undefined;
}

/** Reads the command line; a sentence when it cannot be read. */
export function readArguments(args: readonly string[]): Arguments | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, break: { type: 'string' } },
    });
    const breaks = breakNames.find((name) => name === values.break);
    if (values.break !== undefined && breaks === undefined) return `--break takes one of: ${breakNames.join(', ')}.`;
    return { json: values.json === true, breaks };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
