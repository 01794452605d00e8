import * as v from 'valibot';
import { ConfigError, type Gateway, type Issue } from '@bayar/core';
import { defined, readSettings, type Runtime } from '@bayar/core/kit';
import { createPayments } from './create-payments.ts';
import { issuesOf, type PaymentsOptions } from './options.ts';
import type { Acquirers } from './acquirers.ts';
import type { Payments } from './payments.ts';
import { resolveSecrets, type SecretReaders } from './secret-references.ts';

/** An adapter's factory, as its package exports it. */
export type AdapterFactory = (settings: never, runtime?: Runtime) => Gateway;

/** What the app supplies to a configuration. Which code may run is the app's decision: a configuration only names it. */
export type LoadOptions = Pick<PaymentsOptions<Acquirers>, 'ledger' | 'onHandlerError' | 'onLedgerError'> &
  Runtime & {
    /** Readers of the secrets the configuration refers to. */
    readonly secrets?: SecretReaders;
    /** Overrides `active` of the configuration: a function asked once per payment. */
    readonly active?: () => string | Promise<string>;
  } & (
    | {
        /** Factories by the adapter name the configuration uses. */ readonly adapters: Readonly<
          Record<string, AdapterFactory>
        >;
      }
    | {
        /** Loads the module of an adapter, which exports its factory as `adapter`. */ readonly import: (
          name: string,
        ) => Promise<unknown>;
      }
  );

const configuration = v.strictObject({
  publicUrl: v.string(),
  active: v.string(),
  failover: v.optional(v.array(v.string()), []),
  retired: v.optional(v.array(v.string()), []),
  acquirers: v.record(v.string(), v.strictObject({ adapter: v.string(), settings: v.record(v.string(), v.unknown()) })),
});

/**
 * Puts payments together from a configuration: plain JSON, in which a secret is `{ "env": "NAME" }` or
 * `{ "file": "path" }`.
 *
 * @throws ConfigError listing every problem of the configuration and of each acquirer's settings, with its path.
 */
export async function loadPayments(json: unknown, options: LoadOptions): Promise<Payments> {
  const config = readSettings(configuration, json, 'Payments');
  const entries = Object.entries(config.acquirers);
  const opened = await Promise.all(
    entries.map(async ([name, entry]) => [name, await open(name, entry, options)] as const),
  );
  const active = options.active ?? config.active;
  const issues = [
    ...issuesOf({ ...config, active }, Object.keys(config.acquirers)),
    ...opened.flatMap(([, result]) => ('issues' in result ? result.issues : [])),
  ];
  if (issues.length > 0) throw new ConfigError('Payments', issues);
  const gateways = opened.flatMap(([name, result]) => ('gateway' in result ? [[name, result.gateway] as const] : []));
  const { ledger, onHandlerError, onLedgerError, clock, random } = options;
  return createPayments<Acquirers>({
    acquirers: Object.fromEntries(gateways),
    active,
    failover: config.failover,
    retired: config.retired,
    publicUrl: config.publicUrl,
    ledger,
    ...defined({ onHandlerError, onLedgerError, clock, random }),
  });
}

type Opened = { readonly gateway: Gateway } | { readonly issues: readonly Issue[] };

async function open(
  name: string,
  entry: { adapter: string; settings: unknown },
  options: LoadOptions,
): Promise<Opened> {
  const field = `acquirers.${name}`;
  const factory = await factoryOf(entry.adapter, options);
  if (factory === undefined) {
    return {
      issues: [
        {
          field: `${field}.adapter`,
          rule: 'is not an adapter this app supplies.',
          fix: 'Install it, and pass it to loadPayments.',
        },
      ],
    };
  }
  const settings = await resolveSecrets(entry.settings, options.secrets ?? {}, `${field}.settings`);
  if (settings.issues.length > 0) return { issues: settings.issues };
  try {
    return { gateway: factory(settings.value as never, options) };
  } catch (error) {
    if (!ConfigError.isInstance(error)) throw error;
    return { issues: error.issues.map((issue) => ({ ...issue, field: `${field}.settings.${issue.field}` })) };
  }
}

async function factoryOf(adapter: string, options: LoadOptions): Promise<AdapterFactory | undefined> {
  const found =
    'adapters' in options
      ? ownProperty(options.adapters, adapter)
      : ownProperty(await options.import(adapter).catch(() => undefined), 'adapter');
  return typeof found === 'function' ? (found as AdapterFactory) : undefined;
}

function ownProperty(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
