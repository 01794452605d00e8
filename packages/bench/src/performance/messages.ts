import { rupiah, type InboundMessage, type InboundRoute, type Received, type Reply } from '@bayar/core';
import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { faspayDana } from '@bayar/faspay-dana';
import { systemClock } from '@bayar/core/kit';
import { createSimulator } from '@bayar/simulator';
import { now } from './clock.ts';

const SHOP = 'https://shop.example/pay';

const simulator = createSimulator({ send: (request) => receive(request) });
// It stops once the messages are here: they stay fresh for as long as they are measured.
let stopped: Date | undefined;
const clock = { ...systemClock, now: () => stopped ?? now() };
const { dana, doku, faspay, settings } = simulator;

const gateways = {
  dana: danaDirect(settings.dana, { fetch: dana.fetch, clock }),
  doku: dokuDana(settings.doku, { fetch: doku.fetch, clock }),
  faspay: faspayDana(settings.faspay, { fetch: faspay.fetch, clock }),
};

/** The names of the acquirers. */
export type Name = keyof typeof gateways;

const captured = new Map<Name, InboundMessage>();

/** A genuine notification of each acquirer, and the route that takes it. */
export interface Delivery {
  readonly message: InboundMessage;
  readonly route: InboundRoute;
}

/** Has a payment made and paid at each acquirer, and keeps what each then sends. */
export async function captureNotifications(): Promise<Readonly<Record<Name, Delivery>>> {
  doku.register({ tokenUrl: `${SHOP}/doku/token`, notificationUrl: `${SHOP}/doku/v1.0/debit/notify` });
  faspay.register({ notificationUrl: `${SHOP}/faspay/notification`, returnUrl: `${SHOP}/faspay/return` });
  const order = { reference: 'BENCH-1', amount: rupiah(222_000), title: 'Order 1', returnUrl: 'https://shop.example/' };
  const customer = { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' };
  const device = { platform: 'web', id: 'device123', ip: '203.0.113.10' } as const;
  await gateways.dana.createPayment(order, { notificationUrl: `${SHOP}/dana/v1.0/debit/notify` });
  await gateways.doku.createPayment({ ...order, device });
  await gateways.faspay.createPayment({ ...order, customer });
  await Promise.all([dana.customer.pay('BENCH-1'), doku.customer.pay('BENCH-1'), faspay.customer.pay('BENCH-1Z')]);
  await simulator.idle();
  stopped = now();
  return { dana: delivery('dana'), doku: delivery('doku'), faspay: delivery('faspay') };
}

/** Keys of the sandboxes, for the floors. */
export const { credentials: danaKeys } = dana;
/** Keys of DOKU's sandbox. */
export const { credentials: dokuKeys } = doku;
/** What signs Faspay's messages. */
export const { credentials: faspayKeys } = faspay;

/** Takes a message, and fails loudly when something else comes of it than is measured. */
export async function take({ route, message }: Delivery, expected: Received['kind']): Promise<Received> {
  const received = await route.receive(message);
  if (received.kind !== expected) throw new Error(`The message is ${JSON.stringify(received)}`);
  return received;
}

async function receive(request: Request): Promise<Response> {
  const { pathname: path, search } = new URL(request.url);
  const name = path.split('/')[2] as Name;
  const route = gateways[name].inbound.find((each) => path.endsWith(`/${name}/${each.path}`));
  if (route === undefined) return new Response('', { status: 404 });
  const body = new Uint8Array(await request.arrayBuffer());
  const message = { method: request.method, path, query: search.slice(1), headers: request.headers, body };
  const received = await route.receive(message);
  if (received.kind === 'notification') captured.set(name, message);
  const reply = replyTo(received);
  return reply === undefined ? new Response() : new Response(reply.body, reply);
}

function replyTo(received: Received): Reply | undefined {
  if (received.kind === 'notification') return received.acknowledge('accepted');
  return received.kind === 'return' ? undefined : received.reply;
}

function delivery(name: Name): Delivery {
  const message = captured.get(name);
  const route = gateways[name].inbound.find(({ kind }) => kind === 'notification');
  if (message === undefined || route === undefined) throw new Error(`${name} notified nothing`);
  return { message, route };
}
