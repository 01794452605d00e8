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
  throw new ConfigError(subject, everyIssue(schema, input).map(toIssue));
}

type SchemaIssue = BaseIssue<unknown>;

// valibot stops at the first key it does not know: each is taken out, so that the next is found.
function everyIssue(schema: GenericSchema, input: unknown): readonly SchemaIssue[] {
  const every = [...(safeParse(schema, input).issues ?? [])];
  let rest = input;
  for (let unknown = every.filter(isUnknownKey); unknown.length > 0; every.push(...unknown)) {
    rest = unknown.reduce((left, issue) => without(left, keysTo(issue)), rest);
    const known = every.map(fieldOf);
    // One that could not be taken out is found again, and would be for ever.
    unknown = (safeParse(schema, rest).issues ?? []).filter(
      (issue) => isUnknownKey(issue) && !known.includes(fieldOf(issue)),
    );
  }
  return every;
}

function isUnknownKey({ expected }: SchemaIssue): boolean {
  return expected === 'never';
}

function fieldOf({ path }: SchemaIssue): string {
  return path?.map(({ key }) => String(key)).join('.') ?? 'settings';
}

function keysTo({ path }: SchemaIssue): readonly unknown[] {
  return path?.map(({ key }) => key) ?? [];
}

function without(value: unknown, [key, ...inner]: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null || typeof key !== 'string') return value;
  const { [key]: part, ...others } = value as Record<string, unknown>;
  return inner.length === 0 ? others : { ...others, [key]: without(part, inner) };
}

function toIssue(issue: SchemaIssue): Issue {
  const field = fieldOf(issue);
  const ours = written.get(issue.message);
  if (ours !== undefined) return { field, ...ours };
  if (issue.expected === 'never')
    return { field, rule: 'is not a setting.', fix: 'Remove it, or correct its spelling.' };
  if (issue.input === undefined) return { field, rule: 'is missing.', fix: 'Set it.' };
  const expected = issue.expected ?? 'valid';
  const fix = expected.includes('"') ? 'Write it so.' : 'Correct it.';
  return { field, rule: `must be ${inWords(expected)}.`, fix: expected.includes(' | "') ? 'Write one of them.' : fix };
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
};

// valibot's notation: `("sandbox" | "production")`.
function inWords(expected: string): string {
  const kinds = expected.replaceAll(/[()"]/g, '').split(' | ');
  return kinds.map((kind) => WORDS[kind] ?? kind).join(' or ');
}
