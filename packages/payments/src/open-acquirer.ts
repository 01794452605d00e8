import { ConfigError, type Gateway, type Issue } from '@bayar/core';
import type { Runtime } from '@bayar/core/kit';
import type { ConfiguredAcquirer } from './configuration.ts';
import { firstOfEachField } from './options.ts';
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
  if (factory === undefined) return { issues: [{ field: `${field}.adapter`, ...NO_ADAPTER }, ...issues] };
  const made = make(factory, value, options, `${field}.settings`);
  return { ...made, issues: firstOfEachField([...issues, ...made.issues]) };
}

const NO_ADAPTER = {
  rule: 'is not an adapter this app supplies.',
  fix: 'Install it, and pass it to loadPayments.',
};

function make(factory: AdapterFactory, settings: unknown, runtime: Runtime, field: string): Opened {
  try {
    return { gateway: factory(settings as never, runtime), issues: [] };
  } catch (error) {
    if (!ConfigError.isInstance(error)) throw error;
    return { issues: error.issues.map((issue) => ({ ...issue, field: `${field}.${issue.field}` })) };
  }
}

async function factoryOf(adapter: string, source: AdapterSource): Promise<AdapterFactory | undefined> {
  const found =
    'adapters' in source
      ? ownProperty(source.adapters, adapter)
      : ownProperty(await source.import(adapter).catch(() => undefined), 'adapter');
  return typeof found === 'function' ? (found as AdapterFactory) : undefined;
}

function ownProperty(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
