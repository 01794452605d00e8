import { ConfigError, type Issue } from '@bayar/core';
import { isLoopback, type Clock, type Random } from '@bayar/core/kit';
import type { Acquirers, NameOf } from './acquirers.ts';
import type { Events, EventType } from './events.ts';
import type { Ledger } from './ledger.ts';

/** How payments are put together. */
export interface PaymentsOptions<A extends Acquirers> {
  /** The acquirers by the name each goes by here: in stored payments, in URLs, in `active`. Letters, digits and hyphens. */
  readonly acquirers: A;
  /** Where new payments go: a name, or a function asked once per payment. The answer is stored with the payment, so switching leaves older ones where they are. */
  readonly active: NoInfer<NameOf<A>> | (() => string | Promise<string>);
  /** Where a payment goes when the active acquirer provably accepted nothing, in order. */
  readonly failover?: readonly NoInfer<NameOf<A>>[];
  /** Names that are no longer configured although payments are open under them. */
  readonly retired?: readonly string[];
  /** The public URL under which `handler` is mounted: inbound routes and signed paths derive from it. */
  readonly publicUrl: string;
  /** Where payments are kept. `memoryLedger()` forgets. */
  readonly ledger: Ledger;
  /** Told when a handler of an event failed. The event stays and is handed over again; by default the failure goes unreported. */
  readonly onHandlerError?: (error: unknown, event: Events[EventType]) => void;
  /**
   * Told when the ledger failed after an acquirer had answered or called. The outcome is then `unknown` with the doubt
   * `not-recorded`, or the acquirer is asked to deliver again; by default the failure goes unreported.
   */
  readonly onLedgerError?: (error: unknown, reference: string) => void;
  readonly clock?: Clock;
  readonly random?: Random;
}

/** What acquirers may be called. */
export const NAME = /^[A-Za-z0-9-]{1,32}$/;

/**
 * Checks the options as a whole.
 *
 * @throws ConfigError listing every problem.
 */
export function checkOptions<A extends Acquirers>(options: PaymentsOptions<A>): void {
  const issues = issuesOf(options, Object.keys(options.acquirers));
  if (issues.length > 0) throw new ConfigError('Payments', issues);
}

/** What is wrong with the options, given the names acquirers are configured under. */
export function issuesOf(
  options: { readonly active: unknown; readonly failover?: readonly string[]; readonly publicUrl: string },
  names: readonly string[],
): Issue[] {
  return [
    ...checkNames(names),
    // Where nothing is configured, every name would be wrong.
    ...(names.length === 0 ? [] : checkActive(options.active, names)),
    ...(names.length === 0 ? [] : checkFailover(options.failover ?? [], names)),
    ...checkPublicUrl(options.publicUrl),
  ];
}

/** The first issue of each field: what comes of a value that is missing or misshapen is not said again. */
export function firstOfEachField(issues: readonly Issue[]): Issue[] {
  return issues.filter(({ field }, index) =>
    issues.slice(0, index).every((earlier) => earlier.field !== field && !earlier.field.startsWith(`${field}.`)),
  );
}

/** The issue of a name that no acquirer is configured under. */
export function unknownName(field: string, names: readonly string[]): Issue {
  return { field, rule: 'must be the name of a configured acquirer.', fix: `Use one of: ${names.join(', ')}.` };
}

function checkNames(names: readonly string[]): Issue[] {
  if (names.length === 0)
    return [{ field: 'acquirers', rule: 'must hold at least one acquirer.', fix: 'Configure one.' }];
  return names
    .filter((name) => !NAME.test(name))
    .map((name) => ({
      field: `acquirers.${name}`,
      rule: 'must be named with letters, digits and hyphens.',
      fix: 'Rename it.',
    }));
}

function checkActive(active: unknown, names: readonly string[]): Issue[] {
  if (typeof active === 'function' || (typeof active === 'string' && names.includes(active))) return [];
  return [unknownName('active', names)];
}

function checkFailover(failover: readonly string[], names: readonly string[]): Issue[] {
  return failover.flatMap((name, index) =>
    names.includes(name) ? [] : [unknownName(`failover.${String(index)}`, names)],
  );
}

function checkPublicUrl(publicUrl: string): Issue[] {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  const bare = url !== undefined && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (bare && (url.protocol === 'https:' || isLoopback(url))) return [];
  const rule = 'must be an https URL without query or credentials (http on loopback only).';
  return [{ field: 'publicUrl', rule, fix: 'Write it whole: https://shop.example/pay.' }];
}
