/** How a connection ends before an answer is complete. */
export type Breakage = 'refused' | 'reset' | 'closed';

/** What `fetch` of Node says, as the cause of its `TypeError`. */
const causes: Readonly<Record<Breakage, { readonly code: string; readonly message: string }>> = {
  refused: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
  reset: { code: 'ECONNRESET', message: 'read ECONNRESET' },
  closed: { code: 'UND_ERR_SOCKET', message: 'other side closed' },
};

/** What `fetch` rejects with where there is no answer; a body that ends too early is `terminated` instead. */
export function brokenConnection(breakage: Breakage, message = 'fetch failed'): TypeError {
  const cause = causes[breakage];
  return new TypeError(message, { cause: Object.assign(new Error(cause.message), { code: cause.code }) });
}

/** How the connection broke, where the error says that one did. */
export function breakageOf(error: unknown): Breakage | undefined {
  if (!(error instanceof TypeError) || !(error.cause instanceof Error) || !('code' in error.cause)) return undefined;
  const { code } = error.cause;
  return (['refused', 'reset', 'closed'] as const).find((breakage) => causes[breakage].code === code);
}
