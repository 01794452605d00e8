/** How long the acquirer asks to be left alone: seconds, or an HTTP date; `undefined` when it does not say. */
export function retryAfterMs(headers: Headers, now: Date): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d{1,6}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return ms >= 0 ? ms : undefined;
}
