import { serve } from '@hono/node-server';
import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { faspayDana } from '@bayar/faspay-dana';
import { createPayments, memoryLedger, type Endpoint, type Evidence, type Payments } from '@bayar/payments';
import { createSimulator, type Simulator, type SimulatedPayment } from '@bayar/simulator';

/** The names the acquirers go by in the demo: their adapters' own. */
export const names = ['dana-direct', 'doku-dana', 'faspay-dana'] as const;

/** One of the configured acquirers. */
export type Name = (typeof names)[number];

/** What may be wrong on purpose. */
export interface StageOptions {
  readonly wrongDokuSecret?: boolean;
  readonly silentDana?: boolean;
}

/** A merchant and the three acquirers, all on loopback ports of this machine. */
export interface Stage {
  readonly simulator: Simulator;
  readonly payments: ReturnType<typeof openPayments>;
  readonly publicUrl: string;
  /** Changes the active acquirer: one string. */
  readonly activate: (name: Name) => void;
  /** What each paid payment was believed on. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** What somebody should look at. */
  readonly alerts: readonly string[];
  /** The payment as its acquirer sees it. */
  readonly seenBy: (name: Name, reference: string) => SimulatedPayment | undefined;
  readonly close: () => Promise<void>;
}

/** Starts the simulator and a merchant's server, and introduces them to each other. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const simulator = createSimulator(options.silentDana === true ? { dana: { notifyDelayMs: 3_600_000 } } : {});
  const served = await simulator.listen({ port: 0 });
  let active: Name = names[0];
  let handler: Payments['handler'] = () => Promise.resolve(new Response('Not open yet', { status: 503 }));
  const shop = await startShop((request) =>
    new URL(request.url).pathname.startsWith('/pay/') ? handler(request) : new Response('Thank you'),
  );
  const publicUrl = `${shop.url}/pay`;
  const payments = openPayments(simulator, served, publicUrl, () => active, options);
  handler = payments.handler;
  register(simulator, payments.endpoints());
  const evidence = new Map<string, Evidence>();
  payments.on('payment.paid', (event) => void evidence.set(event.payment.reference, event.evidence));
  const alerts: string[] = [];
  for (const type of [
    'notification.refused',
    'notification.mismatch',
    'payment.unrecognised',
    'answer.mismatch',
  ] as const) {
    payments.on(type, (event) => void alerts.push(`${event.type}: ${event.hint}`));
  }
  return {
    simulator,
    payments,
    publicUrl,
    activate: (name) => void (active = name),
    evidence,
    alerts,
    seenBy: (name, reference) => seenBy(simulator, name, reference),
    close: async () => {
      await served.close();
      await shop.close();
    },
  };
}

function openPayments(
  simulator: Simulator,
  served: { dana: string; doku: string; faspay: string },
  publicUrl: string,
  active: () => Name,
  options: StageOptions,
) {
  const { dana, doku, faspay } = simulator;
  const { clientId, merchantId, privateKey, danaPublicKey } = dana.credentials;
  const secretKey =
    options.wrongDokuSecret === true ? `${doku.credentials.secretKey}-wrong` : doku.credentials.secretKey;
  return createPayments({
    acquirers: {
      'dana-direct': danaDirect({
        environment: 'sandbox',
        baseUrl: served.dana,
        clientId,
        merchantId,
        privateKey,
        danaPublicKeys: danaPublicKey,
        mcc: '5732',
      }),
      'doku-dana': dokuDana({
        environment: 'sandbox',
        baseUrl: served.doku,
        clientId: doku.credentials.clientId,
        secretKey,
        privateKey: doku.credentials.merchantPrivateKey,
        dokuPublicKey: doku.credentials.dokuPublicKey,
      }),
      'faspay-dana': faspayDana({ environment: 'sandbox', baseUrl: served.faspay, ...faspay.credentials }),
    },
    active,
    publicUrl,
    ledger: memoryLedger(),
  });
}

// What a merchant types into each acquirer's dashboard.
function register(simulator: Simulator, endpoints: readonly Endpoint[]): void {
  const url = (acquirer: Name, kind: Endpoint['kind']): string =>
    endpoints.find((endpoint) => endpoint.acquirer === acquirer && endpoint.kind === kind)?.url ?? '';
  simulator.doku.register({ tokenUrl: url('doku-dana', 'token'), notificationUrl: url('doku-dana', 'notification') });
  simulator.faspay.register({
    notificationUrl: url('faspay-dana', 'notification'),
    returnUrl: url('faspay-dana', 'return'),
  });
}

function seenBy({ dana, doku, faspay }: Simulator, name: Name, reference: string): SimulatedPayment | undefined {
  const halves = { 'dana-direct': dana, 'doku-dana': doku, 'faspay-dana': faspay };
  // Faspay's bill numbers carry the adapter's suffix.
  return halves[name]
    .payments()
    .find((payment) => payment.reference === reference || payment.reference === `${reference}Z`);
}

function startShop(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const close = (): Promise<void> => new Promise((closed) => server.close(() => closed()));
      resolve({ url: `http://127.0.0.1:${String(port)}`, close });
    });
  });
}
