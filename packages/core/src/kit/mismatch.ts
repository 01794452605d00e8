const mismatched = new WeakSet<object>();

/** The answer was about something else than what was asked: which field differed. */
export interface Mismatch {
  readonly differs: string;
}

/** Says that an echoed field differs from what was asked. */
export function mismatch(field: string): Mismatch {
  const value = Object.freeze({ differs: field });
  mismatched.add(value);
  return value;
}

/** Recognises what {@link mismatch} made. */
export function isMismatch(value: unknown): value is Mismatch {
  return typeof value === 'object' && value !== null && mismatched.has(value);
}
