import type { Issue } from '@bayar/core';

/** Reads secrets that a configuration only names. The app decides where from: nothing else reads the environment. */
export interface SecretReaders {
  /** `{ "env": "NAME" }` */
  readonly env?: (name: string) => string | undefined;
  /** `{ "file": "path" }`. A line break at its end is no part of the secret. */
  readonly file?: (path: string) => Promise<string | undefined>;
}

/** A value with every secret reference in it replaced, and what could not be read. */
export interface Resolved {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** Replaces `{ "env": … }` and `{ "file": … }` anywhere in a value. */
export async function resolveSecrets(value: unknown, readers: SecretReaders, field: string): Promise<Resolved> {
  if (Array.isArray(value))
    return resolveEntries(
      value.map((item, index) => [String(index), item]),
      readers,
      field,
      Object.values,
    );
  if (typeof value !== 'object' || value === null) return { value, issues: [] };
  const reference = asReference(value);
  if (reference !== undefined) return read(reference, readers, field);
  return resolveEntries(Object.entries(value), readers, field, (entries) => entries);
}

async function resolveEntries(
  entries: readonly (readonly [string, unknown])[],
  readers: SecretReaders,
  field: string,
  shape: (entries: Record<string, unknown>) => unknown,
): Promise<Resolved> {
  const resolved = await Promise.all(
    entries.map(async ([key, item]) => [key, await resolveSecrets(item, readers, `${field}.${key}`)] as const),
  );
  return {
    value: shape(Object.fromEntries(resolved.map(([key, { value }]) => [key, value]))),
    issues: resolved.flatMap(([, { issues }]) => issues),
  };
}

function asReference(value: object): { readonly from: 'env' | 'file'; readonly name: string } | undefined {
  const [entry, ...others] = Object.entries(value);
  const [from, name] = entry ?? [];
  if (others.length > 0 || typeof name !== 'string') return undefined;
  return from === 'env' || from === 'file' ? { from, name } : undefined;
}

async function read(
  { from, name }: { from: 'env' | 'file'; name: string },
  readers: SecretReaders,
  field: string,
): Promise<Resolved> {
  const reader = readers[from];
  const rule = `refers to ${NOUNS[from]}${quoted(name)}`;
  if (reader === undefined) {
    return unread(field, `${rule}, but no ${from} reader was given.`, `Pass secrets: { ${from}: … } to loadPayments.`);
  }
  try {
    const value = await reader(name);
    // Editors and `echo` end a file with a line break, which is no part of the secret and would break its signatures.
    const secret = from === 'file' ? value?.replace(/\r?\n$/, '') : value;
    if (secret !== undefined && secret !== '') return { value: secret, issues: [] };
    return unread(field, `${rule}, which is not set.`, 'Set it.');
  } catch {
    // What a reader fails with may quote what it read.
    return unread(field, `${rule}, which cannot be read.`, 'Check that it exists and may be read.');
  }
}

const NOUNS = { env: 'an environment variable', file: 'a file' } as const;

/** What looks like the name of a variable or a path. Anything else may be the secret itself, put where its name belongs. */
const NAMES = /^(?:[A-Z][A-Z0-9_]{0,63}|\.{0,2}\/[\w./-]{1,200})$/;

function quoted(name: string): string {
  return NAMES.test(name) ? ` (${name})` : '';
}

function unread(field: string, rule: string, fix: string): Resolved {
  return { value: undefined, issues: [{ field, rule, fix }] };
}
