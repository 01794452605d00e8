import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { coffee } from './orders.ts';
import { payments } from './payments.ts';
import { openShop, simulator, type Answer } from './simulator.ts';

/** Whether a customer's payment becomes paid by the notification that comes in through a mount. */
export async function takesPayment(mount: Answer): Promise<boolean> {
  openShop(mount);
  const paid: string[] = [];
  const stop = payments.on('payment.paid', ({ payment }) => void paid.push(payment.reference));
  await payments.createPayment(coffee('INV-1'));
  await simulator.dana.customer.pay('INV-1');
  await simulator.idle();
  stop();
  return paid.includes('INV-1');
}

/** The same, for a mount that is a server: it listens on a free port, and is closed in the end. */
export async function serverTakesPayment(server: Server): Promise<boolean> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const forward: Answer = async (request) => {
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    const body = method === 'GET' ? null : await request.arrayBuffer();
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { method, headers, body, redirect: 'manual' });
  };
  try {
    return await takesPayment(forward);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
