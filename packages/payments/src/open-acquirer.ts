import { ConfigError, type Gateway, type Issue } from '@bayar/core';
import { defined, type Runtime } from '@bayar/core/kit';
import type { ConfiguredAcquirer } from './configuration.ts';
import { firstOfEachField } from './check-options.ts';
import { resolveSecrets, type SecretReaders } from './secret-references.ts';

/** An adapter's factory, as its package exports it. */
export type AdapterFactory = (settings: never, runtime?: Runtime) => Gateway;

/** Where factories come from: the app supplies them, since which code may run is its decision. */
export type AdapterSource =
  | {
      /** Factories by the adapter name the configuration uses. */
      readonly adapters: Readonly<Record<string, AdapterFactory>>;
    }
  | {
      /** Loads the module of an adapter, which exports its factory as `adapter`. */
      readonly import: (name: string) => Promise<unknown>;
    };

/** What opening an acquirer takes from the app. */
export type OpeningOptions = AdapterSource & Runtime & { readonly secrets?: SecretReaders };

/** A gateway, or everything that kept it from being made. */
export interface Opened {
  readonly gateway?: Gateway;
  readonly issues: readonly Issue[];
}

/** Makes the gateway of one acquirer of a configuration. Its secrets are read even where its adapter is missing: every problem is said at once. */
export async function openAcquirer(
  name: string,
  { adapter, settings }: ConfiguredAcquirer,
  options: OpeningOptions,
): Promise<Opened> {
  const field = `acquirers.${name}`;
  const { value, issues } = await resolveSecrets(settings, options.secrets ?? {}, `${field}.settings`);
  const factory = await factoryOf(adapter, options);
  if ('rule' in factory) return { issues: [{ field: `${field}.adapter`, ...factory }, ...issues] };
  const { fetch, clock, random } = options;
  const made = make(factory, value, defined({ fetch, clock, random }), `${field}.settings`);
  return { ...made, issues: firstOfEachField([...issues, ...made.issues]) };
}

type NoFactory = Pick<Issue, 'rule' | 'fix'>;

function notSupplied(adapters: object): NoFactory {
  const names = Object.keys(adapters).join(', ');
  return { rule: 'is not an adapter this app supplies.', fix: `Pass it to loadPayments, or use one of: ${names}.` };
}

const NOT_IMPORTED = {
  rule: 'could not be imported.',
  fix: 'Install it, and see that what is passed as import to loadPayments imports it.',
};

const NO_EXPORT = {
  rule: 'names a module that exports no adapter.',
  fix: 'Name the module of an adapter: it exports its factory as `adapter`.',
};

function make(factory: AdapterFactory, settings: unknown, runtime: Runtime, field: string): Opened {
  try {
    return { gateway: factory(settings as never, runtime), issues: [] };
  } catch (error) {
    if (!ConfigError.isInstance(error)) throw error;
    return { issues: error.issues.map((issue) => ({ ...issue, field: `${field}.${issue.field}` })) };
  }
}

async function factoryOf(adapter: string, source: AdapterSource): Promise<AdapterFactory | NoFactory> {
  if ('adapters' in source) return asFactory(ownProperty(source.adapters, adapter)) ?? notSupplied(source.adapters);
  const imported = await source.import(adapter).then(
    (module) => ({ module }),
    () => undefined,
  );
  return imported === undefined ? NOT_IMPORTED : (asFactory(ownProperty(imported.module, 'adapter')) ?? NO_EXPORT);
}

function asFactory(value: unknown): AdapterFactory | undefined {
  return typeof value === 'function' ? (value as AdapterFactory) : undefined;
}

function ownProperty(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
