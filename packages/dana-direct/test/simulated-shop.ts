import type { Notification, Payment, Verdict } from '@bayar/core';
import { createSimulator, virtualClock, type DanaSettings, type Simulator } from '@bayar/simulator';
import { danaDirect, type DanaDirect } from '../src/index.ts';
import { now, request } from './account.ts';
import { clockOf } from './clocks.ts';

const notificationUrl = 'https://merchant.example/pay/dana/v1.0/debit/notify';

interface Shop {
  readonly dana: DanaDirect;
  readonly simulator: Simulator;
  /** What was believed, in the order it came. */
  readonly notified: readonly Notification[];
}

/** A merchant of the simulated DANA, in one process, with time standing still. */
export function shop(
  settings: DanaSettings = {},
  verdictOn: (notification: Notification) => Verdict = () => 'accepted',
): Shop {
  const notified: Notification[] = [];
  const simulator = createSimulator({
    clock: virtualClock(Date.parse(now)),
    seed: 'shop',
    dana: settings,
    send: (sent) => receive(sent),
  });
  const { clientId, merchantId, privateKey, danaPublicKey } = simulator.dana.credentials;
  const dana = danaDirect(
    {
      environment: 'sandbox',
      clientId,
      merchantId,
      privateKey,
      danaPublicKeys: danaPublicKey,
      mcc: '5732',
      notificationUrl,
    },
    { fetch: simulator.dana.fetch, clock: clockOf(simulator.clock) },
  );
  return { dana, simulator, notified };

  async function receive(sent: Request): Promise<Response> {
    const { pathname: path, search } = new URL(sent.url);
    const body = new Uint8Array(await sent.arrayBuffer());
    const [route] = dana.inbound;
    const received = await route?.receive({
      method: sent.method,
      path,
      query: search.slice(1),
      headers: sent.headers,
      body,
    });
    if (received?.kind === 'refused') return new Response(received.reply.body, received.reply);
    if (received?.kind !== 'notification') throw new Error(received?.kind);
    notified.push(received.notification);
    const reply = received.acknowledge(verdictOn(received.notification));
    return new Response(reply.body, reply);
  }
}

/** Creates the payment every test begins with. */
export async function pay(dana: DanaDirect): Promise<Payment> {
  const outcome = await dana.createPayment(request);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
