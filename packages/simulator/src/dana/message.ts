import { isMoney, parseMoney } from './money.ts';

/** A JSON object as received; every field is still to be checked. */
export type Message = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of field names, or undefined. */
export function valueAt(message: Message, ...path: readonly string[]): unknown {
  let value: unknown = message;
  for (const name of path) value = isMessage(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}

/** The text at a path, or an empty string. */
export function textAt(message: Message, ...path: readonly string[]): string {
  const value = valueAt(message, ...path);
  return typeof value === 'string' ? value : '';
}

/** The objects in the list at a path. */
export function listAt(message: Message, ...path: readonly string[]): readonly Message[] {
  const value = valueAt(message, ...path);
  return Array.isArray(value) ? value.filter(isMessage) : [];
}

/** The sen at a path; zero where there is no money. */
export function senAt(message: Message, ...path: readonly string[]): number {
  const value = valueAt(message, ...path);
  return isMoney(value) ? parseMoney(value) : 0;
}

/** The same text for the same content, whatever the order of its fields: how a repeat is recognised. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isMessage(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
