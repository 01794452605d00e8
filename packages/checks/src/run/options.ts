import { parseArgs } from 'node:util';

/** How the checks are to be run. */
export interface Options {
  /** Report as one JSON object, the only line on standard output; what is for people goes to standard error. */
  readonly json: boolean;
  /** Only the checks of these names; all when empty. */
  readonly only: readonly string[];
}

/**
 * Reads the command line.
 *
 * @throws Error naming what it does not know.
 */
export function readOptions(words: readonly string[], known: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: { json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
  });
  const only = values.only.flatMap((names) => names.split(','));
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No check is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return { json: values.json, only };
}
