import type { Context } from '../context.ts';

/** Tokens that let the checkout page know the customer: good once, for ten minutes (DANA reference §1.3). */
export interface OneTimeTokens {
  readonly issue: (phone: string) => string;
  /** The phone number the token stands for, if it is still good for this page. */
  readonly spend: (token: string, page: string) => string | undefined;
  readonly all: () => readonly (readonly [token: string, known: OneTimeToken])[];
}

/** One token as it is kept. */
export interface OneTimeToken {
  readonly phone: string;
  readonly expiresAt: number;
  /** The page it was spent on; that page may be opened again. */
  spentOn?: string;
}

const tenMinutes = 10 * 60_000;

/** The tokens of an earlier run, or none yet. */
export function createOneTimeTokens(
  { clock, random }: Context,
  known: readonly (readonly [token: string, known: OneTimeToken])[] = [],
): OneTimeTokens {
  const tokens = new Map(known);
  return {
    all: () => [...tokens],
    issue(phone) {
      const token = random.alphanumeric(64);
      tokens.set(token, { phone, expiresAt: clock.now() + tenMinutes });
      return token;
    },
    spend(token, page) {
      const issued = tokens.get(token);
      if (!issued || (issued.spentOn === undefined && issued.expiresAt <= clock.now())) return undefined;
      issued.spentOn ??= page;
      return issued.spentOn === page ? issued.phone : undefined;
    },
  };
}
