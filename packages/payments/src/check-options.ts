import { ConfigError, type Issue } from '@bayar/core';
import { isLoopback } from '@bayar/core/kit';
import type { Acquirers } from './acquirers.ts';
import type { Ledger } from './ledger.ts';
import type { PaymentsOptions } from './options.ts';

/** What acquirers may be called. */
export const NAME = /^[A-Za-z0-9-]{1,32}$/;

/**
 * Checks the options as a whole.
 *
 * @throws ConfigError listing every problem.
 */
export function checkOptions<A extends Acquirers>(options: PaymentsOptions<A>): void {
  const acquirers: unknown = options.acquirers;
  const names = isObject(acquirers) ? Object.keys(acquirers) : [];
  const { failover, retired } = options;
  const issues = [
    ...checkKeys(options),
    ...issuesOf({ ...options, failover: Array.isArray(failover) ? failover : [] }, names),
    ...names.filter((name) => !isGateway(options.acquirers[name])).map((name) => noGateway(name)),
    ...checkList('failover', failover),
    ...checkList('retired', retired),
    ...checkLedger(options.ledger),
  ];
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

const OPTIONS: Readonly<Record<keyof PaymentsOptions<Acquirers>, true>> = {
  acquirers: true,
  active: true,
  failover: true,
  retired: true,
  publicUrl: true,
  ledger: true,
  onHandlerError: true,
  onLedgerError: true,
  clock: true,
  random: true,
};

function checkKeys(options: object): Issue[] {
  return Object.keys(options)
    .filter((key) => !Object.hasOwn(OPTIONS, key))
    .map((field) => ({
      field,
      rule: 'is not an option.',
      fix: `Remove it, or use one of: ${Object.keys(OPTIONS).join(', ')}.`,
    }));
}

function isGateway(value: unknown): boolean {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['createPayment'] === 'function';
}

function noGateway(name: string): Issue {
  const rule = 'must be the gateway an adapter answers.';
  return { field: `acquirers.${name}`, rule, fix: "Call the adapter's factory with its settings." };
}

function checkList(field: string, value: unknown): Issue[] {
  const isList = value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
  return isList ? [] : [{ field, rule: 'must be a list of names.', fix: "Write ['name'], or leave it out." }];
}

const LEDGER: readonly (keyof Ledger)[] = [
  'insert',
  'replace',
  'read',
  'readByReturnToken',
  'readByOrder',
  'unsettled',
];

function checkLedger(ledger: unknown): Issue[] {
  const missing = LEDGER.filter((name) => !isObject(ledger) || typeof ledger[name] !== 'function');
  if (missing.length === 0) return [];
  const rule = `must be a ledger; it lacks ${missing.join(', ')}.`;
  return [{ field: 'ledger', rule, fix: 'Pass your own, or memoryLedger() to try things out.' }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
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
