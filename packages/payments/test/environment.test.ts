import { rupiah } from '@bayar/core';
import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { faspayDana } from '@bayar/faspay-dana';
import { createPayments, loadPayments, memoryLedger, type Payments } from '@bayar/payments';
import { createSimulator } from '@bayar/simulator';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const names = ['dana', 'doku', 'faspay'] as const;
const adapters = { dana: danaDirect, doku: dokuDana, faspay: faspayDana };
const common = { publicUrl: 'https://shop.example/pay', ledger: memoryLedger() };
const request = {
  amount: rupiah(25_000),
  title: 'Kopi susu',
  returnUrl: 'https://shop.example/thanks',
  customer: { id: '1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' },
  device: { platform: 'web' },
} as const;

const read: (string | symbol)[] = [];

/** The process as it is, but for an environment that notes what is read of it. */
function watched(): NodeJS.Process {
  const env = new Proxy(process.env, {
    get: (_, name) => void read.push(name),
    has: (_, name) => (read.push(name), false),
    ownKeys: () => (read.push('every name'), []),
  });
  return new Proxy(process, { get: (target, name) => (name === 'env' ? env : Reflect.get(target, name)) as unknown });
}

/** Pays through each acquirer, from its creation to its notification. */
async function payEverywhere(payments: (active: () => string) => Promise<Payments>, simulator: () => Simulated) {
  let active: string = names[0];
  const shop = await payments(() => active);
  const paid: string[] = [];
  shop.on('payment.paid', ({ payment }) => void paid.push(payment.acquirer));
  simulator().receive(shop);
  for (const name of names) {
    active = name;
    await shop.createPayment({ ...request, reference: `INV-${name}` });
    const [bill] = simulator().sandbox[name].payments();
    await simulator().sandbox[name].customer.pay(bill?.reference ?? '');
    await simulator().sandbox.idle();
  }
  return paid;
}

type Simulated = ReturnType<typeof simulate>;

function simulate() {
  let shop: Payments | undefined;
  const sandbox = createSimulator({ send: (sent) => shop?.handler(sent) ?? Promise.resolve(new Response()) });
  const base = 'https://shop.example/pay';
  sandbox.doku.register({ tokenUrl: `${base}/doku/token`, notificationUrl: `${base}/doku/v1.0/debit/notify` });
  sandbox.faspay.register({ notificationUrl: `${base}/faspay/notification` });
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { host } = new URL(new Request(input, init).url);
    const half = names.find((name) => host.includes(name)) ?? 'dana';
    return sandbox[half].fetch(input, init);
  };
  return { sandbox, fetch, receive: (payments: Payments) => void (shop = payments) };
}

describe('the environment of the process', () => {
  beforeEach(() => vi.stubGlobal('process', watched()));
  afterEach(() => {
    vi.unstubAllGlobals();
    read.length = 0;
  });

  it('is watched here', () => {
    expect([process.env['HOME'], 'HOME' in process.env, Object.keys(process.env)]).toEqual([undefined, false, []]);
    expect(read).toEqual(['HOME', 'HOME', 'every name']);
  });

  it('is not read by createPayments and the adapters, from creation to notification', async () => {
    const simulated = simulate();
    const { dana, doku, faspay } = simulated.sandbox.settings;
    const open = (active: () => string): Promise<Payments> =>
      Promise.resolve(
        createPayments({
          ...common,
          active,
          acquirers: {
            dana: danaDirect(dana, simulated),
            doku: dokuDana(doku, simulated),
            faspay: faspayDana(faspay, simulated),
          },
        }) as unknown as Payments,
      );
    expect(await payEverywhere(open, () => simulated)).toEqual([...names]);
    expect(read).toEqual([]);
  });

  it('is not read by loadPayments, which is handed what reads it', async () => {
    const simulated = simulate();
    const { settings } = simulated.sandbox;
    const acquirers = Object.fromEntries(names.map((name) => [name, { adapter: name, settings: settings[name] }]));
    const password = { env: 'FASPAY_PASSWORD' };
    const configuration = {
      publicUrl: common.publicUrl,
      active: 'dana',
      acquirers: { ...acquirers, faspay: { adapter: 'faspay', settings: { ...settings.faspay, password } } },
    };
    const asked: string[] = [];
    const env = (name: string): string => (asked.push(name), settings.faspay.password);
    const open = (active: () => string): Promise<Payments> =>
      loadPayments(configuration, {
        ledger: memoryLedger(),
        adapters,
        active,
        secrets: { env },
        fetch: simulated.fetch,
      });
    expect(await payEverywhere(open, () => simulated)).toEqual([...names]);
    expect([asked, read]).toEqual([['FASPAY_PASSWORD'], []]);
  });
});
