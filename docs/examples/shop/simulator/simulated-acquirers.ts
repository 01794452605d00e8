import { systemClock, type Clock } from '@bayar/core/kit';
import type { Endpoint } from '@bayar/payments';
import { createSimulator, type Simulator, type SimulatorClock } from '@bayar/simulator';
import type { OpenShop } from '../src/open-shop.ts';
import { isObject, type Configuration } from '../src/read-configuration.ts';

/** The acquirers' sandboxes on this machine, and what a merchant would have from each. */
export interface SimulatedAcquirers {
  readonly simulator: Simulator;
  readonly urls: Readonly<Record<string, string>>;
  /** Everything that happens at the acquirers, in a browser. */
  readonly controlRoom: string;
  /** The acquirers' time: the control room can put it ahead, and the shop must live in the same. */
  readonly clock: Clock;
  /** The secrets a merchant keeps in its environment. */
  readonly env: (name: string) => string | undefined;
  /** The same configuration, with shop and sandboxes on this machine. */
  readonly redirect: (configuration: Configuration) => Configuration;
  /** Types the shop's addresses into the acquirers' merchant pages. */
  readonly register: (shop: OpenShop) => void;
  readonly close: () => Promise<void>;
}

/** How the acquirers are simulated. */
export interface Simulation {
  /** The first of consecutive ports. Default: free ones. */
  readonly port?: number | undefined;
  /** Default: the machine's. */
  readonly clock?: SimulatorClock;
}

/** Starts the acquirers. Everything that must know them by name is here, and nothing of the shop is. */
export async function simulateAcquirers({ port = 0, clock }: Simulation = {}): Promise<SimulatedAcquirers> {
  const simulator = createSimulator(clock && { clock });
  const { close, ...hosts } = await simulator.listen({ port });
  const urls: Readonly<Record<string, string>> = {
    '@bayar/dana-direct': hosts.dana,
    '@bayar/doku-dana': hosts.doku,
    '@bayar/faspay-dana': hosts.faspay,
  };
  const secrets = secretsOf(simulator);
  return {
    simulator,
    urls,
    controlRoom: hosts.room,
    clock: { ...systemClock, now: () => new Date(simulator.clock.now()) },
    env: (name) => secrets[name],
    redirect: ({ publicUrl: _, ...configuration }) => ({
      ...configuration,
      acquirers: eachOf(configuration['acquirers'], (acquirer) => toSandbox(acquirer, urls)),
    }),
    register: (shop) => register(simulator, shop),
    close,
  };
}

// What is not as it should be stays so: loading says what is wrong with it.
function toSandbox(acquirer: unknown, urls: SimulatedAcquirers['urls']): unknown {
  if (!isObject(acquirer) || !isObject(acquirer['settings'])) return acquirer;
  const baseUrl = urls[String(acquirer['adapter'])];
  return { ...acquirer, settings: { ...acquirer['settings'], baseUrl } };
}

function eachOf(values: unknown, change: (value: unknown) => unknown): unknown {
  if (!isObject(values)) return values;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

function secretsOf({ dana, doku, faspay }: Simulator): Readonly<Record<string, string>> {
  return {
    DANA_CLIENT_ID: dana.credentials.clientId,
    DANA_MERCHANT_ID: dana.credentials.merchantId,
    DANA_PRIVATE_KEY: dana.credentials.privateKey,
    DANA_PUBLIC_KEY: dana.credentials.danaPublicKey,
    DOKU_CLIENT_ID: doku.credentials.clientId,
    DOKU_SECRET_KEY: doku.credentials.secretKey,
    DOKU_PRIVATE_KEY: doku.credentials.merchantPrivateKey,
    DOKU_PUBLIC_KEY: doku.credentials.dokuPublicKey,
    FASPAY_MERCHANT_ID: faspay.credentials.merchantId,
    FASPAY_MERCHANT_NAME: faspay.credentials.merchantName,
    FASPAY_USER_ID: faspay.credentials.userId,
    FASPAY_PASSWORD: faspay.credentials.password,
  };
}

function register({ doku, faspay }: Simulator, { payments }: OpenShop): void {
  const configured = (adapter: string): boolean => Object.values(payments.acquirers).some(({ id }) => id === adapter);
  const url = (adapter: string, wanted: Endpoint['kind']): string =>
    payments.endpoints().find(({ acquirer, kind }) => payments.acquirers[acquirer]?.id === adapter && kind === wanted)
      ?.url ?? '';
  if (configured('doku-dana')) {
    doku.register({ tokenUrl: url('doku-dana', 'token'), notificationUrl: url('doku-dana', 'notification') });
  }
  if (configured('faspay-dana')) {
    faspay.register({ notificationUrl: url('faspay-dana', 'notification'), returnUrl: url('faspay-dana', 'return') });
  }
}
