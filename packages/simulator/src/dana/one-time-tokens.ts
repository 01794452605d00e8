import type { Context } from '../context.ts';

/** Tokens that let the checkout page know the customer: good once, for ten minutes (DANA reference §1.3). */
export interface OneTimeTokens {
  readonly issue: (phone: string) => string;
  /** The phone number the token stands for, if it is still good for this page. */
  readonly spend: (token: string, page: string) => string | undefined;
}

interface OneTimeToken {
  readonly phone: string;
  readonly expiresAt: number;
  /** The page it was spent on; that page may be opened again. */
  spentOn?: string;
}

const tenMinutes = 10 * 60_000;

/** No tokens yet. */
export function createOneTimeTokens({ clock, random }: Context): OneTimeTokens {
  const tokens = new Map<string, OneTimeToken>();
  return {
    issue(phone) {
      const token = random.alphanumeric(64);
      tokens.set(token, { phone, expiresAt: clock.now() + tenMinutes });
      return token;
    },
    spend(token, page) {
      const known = tokens.get(token);
      if (!known || (known.spentOn === undefined && known.expiresAt <= clock.now())) return undefined;
      known.spentOn ??= page;
      return known.spentOn === page ? known.phone : undefined;
    },
  };
}
