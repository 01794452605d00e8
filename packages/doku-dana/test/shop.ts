import { rupiah, type InboundMessage, type InboundRoute, type Needing, type Payment, type Received } from '@bayar/core';
import { createSimulator, virtualClock, type DokuSettings, type Simulator } from '@bayar/simulator';
import { dokuDana, type DokuDana, type DokuDanaConfig } from '../src/index.ts';

const START = Date.parse('2026-01-02T03:00:00Z');
const SHOP = 'https://shop.example/pay/doku';

/** A merchant, its customer and DOKU in one process, on a clock the test owns. */
export interface Shop {
  readonly simulator: Simulator;
  readonly doku: DokuDana;
  /** What the shop's routes made of the messages DOKU sent, oldest first. */
  readonly received: readonly Received[];
  readonly settle: (ms?: number) => Promise<void>;
}

/** Opens the shop. */
export function openShop(settings: DokuSettings = {}, config: Partial<DokuDanaConfig> = {}): Shop {
  const clock = virtualClock(START);
  const received: Received[] = [];
  const simulator = createSimulator({ clock, doku: settings, send: (request) => answer(request) });
  const { clientId, secretKey, merchantPrivateKey, dokuPublicKey } = simulator.doku.credentials;
  const doku = dokuDana(
    { environment: 'sandbox', clientId, secretKey, privateKey: merchantPrivateKey, dokuPublicKey, ...config },
    { fetch: simulator.doku.fetch, clock: { now: () => new Date(clock.now()), sleep: never } },
  );
  simulator.doku.register({ tokenUrl: `${SHOP}/token`, notificationUrl: `${SHOP}/v1.0/debit/notify` });

  async function answer(request: Request): Promise<Response> {
    const route = doku.inbound.find(({ path }) => request.url === `${SHOP}/${path}`);
    if (route === undefined) return new Response(null, { status: 404 });
    const result = await route.receive(await messageOf(request));
    received.push(result);
    if (result.kind === 'return') throw new Error('DOKU has no return route');
    const reply = result.kind === 'notification' ? result.acknowledge('accepted') : result.reply;
    return new Response(reply.body, { status: reply.status, headers: reply.headers });
  }

  async function settle(ms = 0): Promise<void> {
    await clock.advance(ms);
    await simulator.idle();
  }

  return { simulator, doku, received, settle };
}

/** A request as a web framework hands it over. */
export async function messageOf(request: Request): Promise<InboundMessage> {
  const { pathname, search } = new URL(request.url);
  const body = new Uint8Array(await request.arrayBuffer());
  return { method: request.method, path: pathname, query: search.slice(1), headers: request.headers, body };
}

/** The route of a kind. */
export function routeOf(doku: DokuDana, kind: InboundRoute['kind']): InboundRoute {
  const route = doku.inbound.find((candidate) => candidate.kind === kind);
  if (route === undefined) throw new Error(`no ${kind} route`);
  return route;
}

/** An order of the shop. */
export function order(reference = 'INV-1', more: Partial<Needing<'device'>> = {}): Needing<'device'> {
  return {
    reference,
    amount: rupiah(25_000),
    title: 'Kopi susu',
    returnUrl: `https://shop.example/thanks?order=${reference}`,
    device: { platform: 'mobile-web', id: 'device123', ip: '203.0.113.10' },
    ...more,
  };
}

/** A payment the shop has created. */
export async function created(shop: Shop, reference = 'INV-1'): Promise<Payment> {
  const outcome = await shop.doku.createPayment(order(reference));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** A refund of the whole order. */
export const whole = { refundReference: 'RF-1', amount: rupiah(25_000), reason: 'Habis' } as const;

function never(_: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}
