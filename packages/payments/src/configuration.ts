import * as v from 'valibot';
import { ConfigError, type Issue } from '@bayar/core';
import { readSettings, rule } from '@bayar/core/kit';

/** One acquirer in a configuration. Its settings are its adapter's to read. */
export interface ConfiguredAcquirer {
  readonly adapter: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A configuration as far as it can be read, and what is wrong with its shape. */
export interface ReadConfiguration {
  readonly publicUrl: string;
  readonly active: string;
  readonly failover: readonly string[];
  readonly retired: readonly string[];
  readonly acquirers: readonly (readonly [name: string, acquirer: ConfiguredAcquirer])[];
  /** Every name, of acquirers that cannot be read too. */
  readonly names: readonly string[];
  readonly issues: readonly Issue[];
}

const object = v.custom<Readonly<Record<string, unknown>>>(isObject, rule('must be an object.', 'Write { … }.'));

/** Schema of one acquirer in a configuration. */
export const acquirerSchema = v.strictObject({ adapter: v.string(), settings: object });

/** Schema of what stands around the acquirers of a configuration. */
export const configurationFrame = v.strictObject({
  $schema: v.optional(v.pipe(v.string(), v.description('Where an editor finds the schema of this file.'))),
  publicUrl: v.pipe(v.string(), v.description('The public https URL under which payments.handler is mounted.')),
  active: v.pipe(v.string(), v.description('The name of the acquirer new payments go to.')),
  failover: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Where a payment goes when the active acquirer provably accepted nothing.'),
    ),
  ),
  retired: v.optional(
    v.pipe(v.array(v.string()), v.description('Names no longer configured although payments are open under them.')),
  ),
  acquirers: object,
});

/** Reads a configuration, and goes on where it is wrong: every problem is said at once. */
export function readConfiguration(json: unknown): ReadConfiguration {
  const parts = isObject(json) ? json : {};
  const entries = Object.entries(isObject(parts['acquirers']) ? parts['acquirers'] : {});
  return {
    publicUrl: textOr(parts['publicUrl']),
    active: textOr(parts['active']),
    failover: textsIn(parts['failover']),
    retired: textsIn(parts['retired']),
    acquirers: entries.flatMap(([name, entry]) => {
      const acquirer = knownOf(acquirerSchema, entry);
      return v.is(acquirerSchema, acquirer) ? [[name, acquirer] as const] : [];
    }),
    names: entries.map(([name]) => name),
    issues: [
      ...problemsOf(configurationFrame, json, ''),
      ...entries.flatMap(([name, entry]) => problemsOf(acquirerSchema, entry, `acquirers.${name}`)),
    ],
  };
}

type Part = typeof configurationFrame | typeof acquirerSchema;

function problemsOf(schema: Part, input: unknown, at: string): Issue[] {
  if (!isObject(input)) return [{ field: at || 'configuration', ...NO_OBJECT }];
  const unknown = Object.keys(input).filter((key) => !Object.hasOwn(schema.entries, key));
  const prefix = at === '' ? '' : `${at}.`;
  return [...issuesIn(schema, knownOf(schema, input)), ...unknown.map((field) => ({ field, ...UNKNOWN_KEY }))].map(
    (issue) => ({ ...issue, field: `${prefix}${issue.field}` }),
  );
}

/** What of a part has a meaning. The library stops at the first key it does not know: it is given none. */
function knownOf(schema: Part, input: unknown): unknown {
  if (!isObject(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([key]) => Object.hasOwn(schema.entries, key)));
}

function issuesIn(schema: Part, input: unknown): readonly Issue[] {
  try {
    readSettings<v.GenericSchema>(schema, input, 'Payments');
    return [];
  } catch (error) {
    if (ConfigError.isInstance(error)) return error.issues;
    throw error;
  }
}

const NO_OBJECT = { rule: 'must be an object.', fix: 'Write { … }; a text is parsed first: JSON.parse(text).' };
const UNKNOWN_KEY = { rule: 'is not a setting.', fix: 'Remove it, or correct its spelling.' };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
