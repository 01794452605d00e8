import { parseJson } from '../body.ts';

/** A JSON object as it came over the wire. */
export type Message = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object, not a list. */
export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON object in a text, or undefined. Surrounding white space does not matter. */
export function parseMessage(text: string): Message | undefined {
  try {
    const value: unknown = parseJson(text);
    return isMessage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A member of its own, or undefined. */
export function valueAt(message: Message, name: string): unknown {
  return Object.hasOwn(message, name) ? message[name] : undefined;
}

/** A text member; empty where it is absent or no text. */
export function textAt(message: Message, name: string): string {
  const value = valueAt(message, name);
  return typeof value === 'string' ? value : '';
}
