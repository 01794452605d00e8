import { createSimulator, virtualClock, type SimulatorSettings } from '@bayar/simulator';
import type { Notification, Payment, Received, Verdict } from '@bayar/core';
import { systemClock } from '@bayar/core/kit';
import { faspayDana, type FaspayDanaConfig, type FaspayDanaRuntime } from '../src/index.ts';
import { request } from './merchant.ts';

/** The bill of the request, as Faspay knows it. */
export const BILL = `${request.reference}Z`;
export const MINUTE = 60_000;

/** A merchant and the simulated Faspay, in one process. */
export function open(
  faspay: SimulatorSettings['faspay'] = {},
  changes: Partial<FaspayDanaConfig> = {},
  runtime: FaspayDanaRuntime = {},
) {
  const received: Received[] = [];
  const merchant = { verdict: 'accepted' as Verdict };
  const simulator = createSimulator({
    clock: virtualClock(Date.parse('2026-01-02T11:00:00Z')),
    faspay,
    send: async (incoming) => {
      const url = new URL(incoming.url);
      const route = gateway.inbound.find(({ path }) => url.pathname.endsWith(`/${path}`));
      if (route === undefined) return new Response('Not found', { status: 404 });
      const body = new Uint8Array(await incoming.arrayBuffer());
      const result = await route.receive({
        method: incoming.method,
        path: url.pathname,
        query: url.search.slice(1),
        headers: incoming.headers,
        body,
      });
      received.push(result);
      const reply =
        result.kind === 'notification'
          ? result.acknowledge(merchant.verdict)
          : result.kind === 'refused'
            ? result.reply
            : undefined;
      return reply === undefined ? new Response() : new Response(reply.body, reply);
    },
  });
  const clock = { now: () => new Date(simulator.clock.now()), sleep: systemClock.sleep };
  const gateway = faspayDana(
    { environment: 'sandbox', ...simulator.faspay.credentials, ...changes },
    { fetch: simulator.faspay.fetch, clock, ...runtime },
  );
  simulator.faspay.register({
    notificationUrl: 'https://shop.example/pay/faspay/notification',
    returnUrl: 'https://shop.example/pay/faspay/return',
  });
  const notifications = (): readonly Notification[] =>
    received.flatMap((result) => (result.kind === 'notification' ? [result.notification] : []));
  return { simulator, faspay: simulator.faspay, gateway, received, notifications, merchant };
}

/** The payment of the request. */
export async function created(gateway: World['gateway']): Promise<Payment> {
  const outcome = await gateway.createPayment(request);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** The status an inquiry finds. */
export async function statusOf({ gateway }: World, payment: Payment): Promise<string> {
  const reading = await gateway.getPayment(payment);
  return reading.kind === 'found' ? reading.value.status : JSON.stringify(reading);
}

/** What {@link open} opens. */
export type World = ReturnType<typeof open>;

/** What the merchant made of a forgery. */
export async function delivered(
  world: World,
  forgery: Parameters<World['faspay']['forge']>[0],
): Promise<Received | undefined> {
  await deliver(world, world.faspay.forge(forgery, BILL));
  return world.received.at(-1);
}

/** Delivers a request to the merchant, whoever made it. */
export async function deliver({ gateway, received }: World, forged: Request): Promise<void> {
  const route = gateway.inbound.find(({ kind }) => kind === 'notification');
  const body = new Uint8Array(await forged.arrayBuffer());
  const result = await route?.receive({
    method: 'POST',
    path: new URL(forged.url).pathname,
    query: '',
    headers: forged.headers,
    body,
  });
  if (result !== undefined) received.push(result);
}
