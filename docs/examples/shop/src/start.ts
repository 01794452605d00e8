import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ConfigError } from '@bayar/core';
import { codeOf } from './read-configuration.ts';
import { StartError } from './start-error.ts';

/** Runs a program from its start. What whoever started it can mend is said in words, and ends it with 1. */
export async function start(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Reads the command line's flags, all of which take a text. */
export function readFlags<const Name extends string>(...names: readonly Name[]): Partial<Record<Name, string>> {
  const options: ParseArgsConfig['options'] = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  try {
    return parseArgs({ options }).values as Partial<Record<Name, string>>;
  } catch (error) {
    const flags = names.map((name) => `--${name}=…`).join(', ');
    const known = names.length === 0 ? 'It takes no flags.' : `It takes these: ${flags}`;
    throw new StartError(`${messageOf(error)}. ${known}`);
  }
}

/** Reads a port, which is called `name` where it is chosen. */
export function readPort(name: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new StartError(`${name} must be a whole number from 0 to 65535. 0 takes a free port.`);
}

/** Says which file a configuration is in that could not be followed, and what to do about a port that is taken. */
export function explain(file: string): (error: unknown) => never {
  return (error) => {
    if (ConfigError.isInstance(error)) throw new StartError(`${file}: ${error.message}`);
    if (codeOf(error) === 'EADDRINUSE') throw new StartError(`${messageOf(error)}. Choose another port.`);
    throw error;
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
