const REDACTED = '[redacted]';
// What Node's console asks a value for. Looked up by name: at the edge there is no `node:util`.
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * A credential that does not show itself: printed, logged, joined into text or turned into JSON it is `[redacted]`. A log
 * line is written without thinking; storing is a decision, and has its own word: `expose()`.
 */
export interface Secret {
  /** The credential itself: for storing it encrypted, never for printing. */
  readonly expose: () => string;
  readonly toString: () => string;
  readonly toJSON: () => string;
}

/** Keeps a text to itself. */
export function secret(text: string): Secret {
  const redacted = (): string => REDACTED;
  return Object.freeze({ expose: () => text, toString: redacted, toJSON: redacted, [INSPECT]: redacted });
}

/** Whether the text is what a secret prints instead of itself: something was printed where it should have been exposed. */
export function isRedacted(text: string): boolean {
  return text === REDACTED;
}
