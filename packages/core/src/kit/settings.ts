import { safeParse, type BaseIssue, type GenericSchema, type InferOutput } from 'valibot';
import { ConfigError } from '../errors/config-error.ts';
import type { Issue } from '../outcome.ts';

// Messages that are ours to show. The library's own quote what they received: no part of those may be taken for one.
const written = new Map<string, Pick<Issue, 'rule' | 'fix'>>();

/** A schema message made of a rule and its fix. */
export function rule(broken: string, fix: string): string {
  const message = `${broken} ${fix}`;
  written.set(message, { rule: broken, fix });
  return message;
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
  const ours = written.get(issue.message);
  if (ours !== undefined) return { field, ...ours };
  if (issue.expected === 'never')
    return { field, rule: 'is not a setting.', fix: 'Remove it, or correct its spelling.' };
  if (issue.input === undefined) return { field, rule: 'is missing.', fix: 'Set it.' };
  return { field, rule: `must be ${issue.expected ?? 'valid'}.`, fix: 'Correct it.' };
}
