import { readFile } from 'node:fs/promises';
import { StartError } from './start-error.ts';

/** A configuration of `loadPayments`: a JSON object. Everything in it is checked there. */
export type Configuration = Readonly<Record<string, unknown>>;

/** Where a configuration is. */
export interface ConfigurationFile {
  readonly path: string;
  /** What its reader calls it. */
  readonly name: string;
  /** What to do where there is no such file. */
  readonly otherwise: string;
}

/**
 * Reads a configuration.
 *
 * @throws StartError that names the file, and never shows what is in it: that may be a secret.
 */
export async function readConfiguration({ path, name, otherwise }: ConfigurationFile): Promise<Configuration> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const code = codeOf(error) ?? 'for a reason nobody gave';
    const problem = code === 'ENOENT' ? `There is no ${name}.` : `${name} cannot be read (${code}).`;
    throw new StartError(`${problem} ${otherwise}`);
  });
  const json = parse(text, name);
  if (!isObject(json)) throw new StartError(`${name} must hold a JSON object. Write { … }, as in config/all.json.`);
  return json;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What Node calls an error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The rest of the message quotes the file.
    const place = /line \d+ column \d+/.exec(String(error))?.[0];
    throw new StartError(
      `${name} is not JSON${place === undefined ? '' : `: see ${place}`}. Correct it there; an editor marks the place.`,
    );
  }
}
