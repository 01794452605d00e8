/** Widest tolerance a setting may ask for. */
export const MAX_TOLERANCE_MS = 900_000;
/** Tolerance of a message's time, both ways, unless a setting says otherwise. */
export const TOLERANCE_MS = 300_000;

/** Whether the time is within the tolerance of now, in the past and in the future alike. */
export function isFresh(time: Date, now: Date, toleranceMs: number): boolean {
  return Math.abs(now.getTime() - time.getTime()) <= toleranceMs;
}
