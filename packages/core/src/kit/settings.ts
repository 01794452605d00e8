import { safeParse, type BaseIssue, type GenericSchema, type InferOutput } from 'valibot';
import { ConfigError } from '../errors/config-error.ts';
import type { Issue } from '../outcome.ts';

// Separates the rule from the fix inside a schema's message.
const SEPARATOR = '\n';

/** A schema message made of a rule and its fix. */
export function rule(broken: string, fix: string): string {
  return broken + SEPARATOR + fix;
}

/**
 * Reads settings, strictly.
 *
 * @throws ConfigError listing every problem at once, none with a byte of what was received.
 */
export function readSettings<Schema extends GenericSchema>(
  schema: Schema,
  input: unknown,
  subject: string,
): InferOutput<Schema> {
  const result = safeParse(schema, input);
  if (result.success) return result.output;
  throw new ConfigError(subject, result.issues.map(toIssue));
}

function toIssue(issue: BaseIssue<unknown>): Issue {
  const field = issue.path?.map((item) => String(item.key)).join('.') ?? 'settings';
  const [broken, fix] = issue.message.split(SEPARATOR);
  if (broken !== undefined && fix !== undefined) return { field, rule: broken, fix };
  // A message of the library itself may quote what it received: only what it expected is ours to show.
  if (issue.expected === 'never')
    return { field, rule: 'is not a setting.', fix: 'Remove it, or correct its spelling.' };
  if (issue.input === undefined) return { field, rule: 'is missing.', fix: 'Set it.' };
  return { field, rule: `must be ${issue.expected ?? 'valid'}.`, fix: 'Correct it.' };
}
