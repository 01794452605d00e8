import { ConfigError } from '@bayar/core';
import { defined } from '@bayar/core/kit';
import type { Acquirers } from './acquirers.ts';
import { readConfiguration } from './configuration.ts';
import { createPayments } from './create-payments.ts';
import { openAcquirer, type OpeningOptions } from './open-acquirer.ts';
import { firstOfEachField, issuesOf } from './check-options.ts';
import type { PaymentsOptions } from './options.ts';
import type { Payments } from './payments.ts';

/** What the app supplies to a configuration. Which code may run is the app's decision: a configuration only names it. */
export type LoadOptions = Pick<PaymentsOptions<Acquirers>, 'ledger' | 'onHandlerError' | 'onLedgerError'> &
  OpeningOptions & {
    /** Overrides `active` of the configuration, which must still be a name of its own: a function asked once per payment. */
    readonly active?: () => string | Promise<string>;
  };

const NO_ADAPTERS = {
  field: 'adapters',
  rule: 'are missing: a configuration only names them.',
  fix: 'Pass adapters: { name: factory }, or import: (name) => import(name), beside the ledger.',
};

/**
 * Puts payments together from a configuration: plain JSON, in which a secret is `{ "env": "NAME" }` or
 * `{ "file": "path" }`. Its JSON Schema comes from `configurationSchema` of `@bayar/payments/schema`.
 *
 * @throws ConfigError listing every problem of the configuration and of each acquirer's settings, with its path.
 */
export async function loadPayments(json: unknown, options: LoadOptions): Promise<Payments> {
  const supplied: { adapters?: unknown; import?: unknown } = options;
  if (supplied.adapters === undefined && supplied.import === undefined)
    throw new ConfigError('Payments', [NO_ADAPTERS]);
  const { acquirers, names, issues, ...config } = readConfiguration(json);
  const opened = await Promise.all(
    acquirers.map(async ([name, acquirer]) => [name, await openAcquirer(name, acquirer, options)] as const),
  );
  const problems = firstOfEachField([
    ...issues,
    ...issuesOf(config, names),
    ...opened.flatMap(([, result]) => result.issues),
  ]);
  if (problems.length > 0) throw new ConfigError('Payments', problems);
  const gateways = opened.flatMap(([name, { gateway }]) => (gateway === undefined ? [] : [[name, gateway] as const]));
  const { active = config.active, ledger, onHandlerError, onLedgerError, clock, random } = options;
  return createPayments<Acquirers>({
    acquirers: Object.fromEntries(gateways),
    ...config,
    active,
    ledger,
    ...defined({ onHandlerError, onLedgerError, clock, random }),
  });
}
