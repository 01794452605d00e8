import { serve, type ServerType } from '@hono/node-server';
import { systemClock, type Clock } from '@bayar/core/kit';
import { loadPayments, memoryLedger } from '@bayar/payments';
import { createApp } from './app.ts';
import { followPayments } from './follow-payments.ts';
import { createOrders } from './orders.ts';
import type { Configuration } from './read-configuration.ts';
import type { Shop } from './shop.ts';

/** How the shop is opened. */
export interface Opening {
  /** Without `publicUrl`, customers and acquirers reach `payments.handler` on this machine only. */
  readonly configuration: Configuration;
  /** Reads what the configuration calls `{ "env": … }`. */
  readonly env: (name: string) => string | undefined;
  /** On this machine only. Default: a free one. */
  readonly port?: number | undefined;
  /** Default: the system's. Simulated acquirers can be ahead of it. */
  readonly clock?: Clock;
}

/** A shop that is open. */
export interface OpenShop extends Shop {
  readonly close: () => Promise<void>;
}

/** Opens the shop: nothing of it knows which acquirers the configuration names. */
export async function openShop({ configuration, env, port = 0, clock = systemClock }: Opening): Promise<OpenShop> {
  let answer = (_: Request): Response | Promise<Response> => new Response('Opening', { status: 503 });
  const { server, url } = await listen((request) => answer(request), port);
  const settings = { active: String(configuration['active']) };
  const located = { publicUrl: `${url}/pay`, ...configuration };
  const payments = await loadPayments(located, {
    import: (name) => import(name),
    secrets: { env },
    active: () => settings.active,
    ledger: memoryLedger(),
    clock,
    onHandlerError: (error) => console.error(error),
  }).catch(async (error: unknown) => {
    await close(server);
    throw error;
  });
  const { publicUrl } = located;
  const shop: Shop = { payments, orders: createOrders(), settings, publicUrl, origin: new URL(publicUrl).origin };
  followPayments(payments, shop.orders);
  answer = createApp(shop).fetch;
  return { ...shop, close: () => close(server) };
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (info) =>
      resolve({ server, url: `http://127.0.0.1:${info.port}` }),
    );
    server.once('error', reject);
  });
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Pages that are open listen for changes for ever.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
