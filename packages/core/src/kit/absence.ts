const absences = new WeakSet<object>();

/** The answer is about the right thing, and what was asked for is not in it: a refund missing from its payment's history. */
export interface Absence {
  readonly final: boolean;
}

/** Says that what was asked for is not in the answer; when not `final`, it may be too early to know. */
export function missing(final: boolean): Absence {
  const value = Object.freeze({ final });
  absences.add(value);
  return value;
}

/** Recognises what {@link missing} made. */
export function isMissing(value: unknown): value is Absence {
  return typeof value === 'object' && value !== null && absences.has(value);
}
