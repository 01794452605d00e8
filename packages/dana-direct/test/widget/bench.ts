import type { InboundMessage, Payment, Received } from '@bayar/core';
import { createSimulator, virtualClock, type DanaSettings, type Simulator } from '@bayar/simulator';
import { danaDirect, type Binding, type DanaDirect, type DanaDirectConfig, type Unbound } from '../../src/index.ts';
import { now, request } from '../account.ts';
import { clockOf } from '../clocks.ts';

export const device = { id: 'device-1' };
export const redirectUrl = 'https://merchant.example/dana/bound';
export const notificationUrl = 'https://merchant.example/pay/dana/v1.0/debit/notify';
export const unbindNotifyUrl = 'https://merchant.example/pay/dana/v1.0/unbind/notify';
export const widget = { product: 'widget' } as const;

/** A merchant of the simulated DANA, in one process, with what DANA posts at its routes. */
export interface Bench {
  readonly dana: DanaDirect;
  readonly simulator: Simulator;
  /** What came of each message, in the order they came. */
  readonly received: readonly Received[];
  readonly unbound: readonly Unbound[];
}

export function openBench(settings: DanaSettings = {}, change: Partial<DanaDirectConfig> = {}): Bench {
  const received: Received[] = [];
  const simulator = createSimulator({
    clock: virtualClock(Date.parse(now)),
    seed: 'widget',
    dana: { unbindNotifyUrl, ...settings },
    send: (sent) => deliver(sent),
  });
  const { clientId, clientSecret, merchantId, privateKey, danaPublicKey } = simulator.dana.credentials;
  const account = { clientId, merchantId, privateKey, danaPublicKeys: danaPublicKey, mcc: '5732', notificationUrl };
  const dana = danaDirect(
    { environment: 'sandbox', ...account, widget: { clientSecret }, ...change },
    {
      fetch: simulator.dana.fetch,
      clock: clockOf(simulator.clock),
    },
  );
  const unbound: Unbound[] = [];
  dana.onUnbound((news) => void unbound.push(news));
  return { dana, simulator, received, unbound };

  async function deliver(sent: Request): Promise<Response> {
    const { pathname: path, search } = new URL(sent.url);
    const route = dana.inbound.find((candidate) => path.endsWith(`/${candidate.path}`));
    if (route === undefined) return new Response('Not found', { status: 404 });
    const body = new Uint8Array(await sent.arrayBuffer());
    const message: InboundMessage = { method: sent.method, path, query: search.slice(1), headers: sent.headers, body };
    const came = await route.receive(message);
    received.push(came);
    if (came.kind === 'return') throw new Error(came.kind);
    const reply = came.kind === 'notification' ? came.acknowledge('accepted') : came.reply;
    return new Response(reply.body, reply);
  }
}

/** Sends a customer to the page, who agrees; answers where the browser comes back to, and the state that was kept. */
export async function agree({
  dana,
  simulator,
}: Pick<Bench, 'dana' | 'simulator'>): Promise<{ callback: string; state: string }> {
  const page = await dana.bindingUrl({ redirectUrl });
  if (page.kind !== 'done') throw new Error(JSON.stringify(page));
  return { callback: simulator.dana.binding.approve(page.value.url), state: page.value.state };
}

/** A bound customer. */
export async function bind(bench: Pick<Bench, 'dana' | 'simulator'>): Promise<Binding> {
  const { callback, state } = await agree(bench);
  const outcome = await bench.dana.completeBinding(callback, { state });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** A payment through the Widget. */
export async function order({ dana }: Bench, change: Partial<typeof request> = {}): Promise<Payment> {
  const outcome = await dana.createPayment({ ...request, ...change }, { extra: widget });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
