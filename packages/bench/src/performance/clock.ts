/** The time, and times from it. */
export function now(plusMs = 0): Date {
  return new Date(Date.now() + plusMs);
}
