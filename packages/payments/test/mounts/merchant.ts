import type { Server as HttpServer } from 'node:http';
import { rupiah } from '@bayar/core';
import { danaDirect } from '@bayar/dana-direct';
import { createPayments, memoryLedger, type AlertEvent, type Payments } from '@bayar/payments';
import { createSimulator, type SimulatedPayment, type Simulator } from '@bayar/simulator';

/** A server of a framework that has been given payments to mount below `/pay`. */
export interface Server {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts a server on a free port. */
export type StartServer = (payments: Pick<Payments, 'handler'>) => Promise<Server>;

/** A merchant behind a real server, its acquirer, and what the merchant was told. */
export interface Merchant extends Server {
  readonly simulator: Simulator;
  readonly paid: readonly string[];
  readonly alerts: readonly AlertEvent[];
  /** Creates a payment and lets its customer pay: the acquirer notifies over the network. */
  readonly sell: (reference: string) => Promise<SimulatedPayment | undefined>;
}

/** Opens a merchant on the server of a framework. */
export async function openMerchant(start: StartServer): Promise<Merchant> {
  const simulator = createSimulator();
  // The server's address is part of what payments are told, and payments of what the server is told.
  const server = await start({ handler: (request) => payments.handler(request) });
  const { clientId, merchantId, privateKey, danaPublicKey } = simulator.dana.credentials;
  const settings = {
    environment: 'sandbox',
    clientId,
    merchantId,
    privateKey,
    danaPublicKeys: danaPublicKey,
    mcc: '5732',
  } as const;
  const payments = createPayments({
    acquirers: { dana: danaDirect(settings, { fetch: simulator.dana.fetch }) },
    active: 'dana',
    publicUrl: `${server.url}/pay`,
    ledger: memoryLedger(),
  });
  const paid: string[] = [];
  payments.on('payment.paid', ({ payment }) => void paid.push(payment.reference));
  const alerts: AlertEvent[] = [];
  payments.on('notification.refused', (event) => void alerts.push(event));
  const sell = async (reference: string): Promise<SimulatedPayment | undefined> => {
    const returnUrl = `${server.url}/thanks`;
    await payments.createPayment({ reference, amount: rupiah(25_000), title: 'Kopi susu', returnUrl });
    await simulator.dana.customer.pay(reference);
    await simulator.idle();
    return simulator.dana.payment(reference);
  };
  return { ...server, simulator, paid, alerts, sell };
}

/** The server of `node:http`, started and stopped as a {@link Server}. */
export function listening(server: HttpServer): Promise<Server> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const close = (): Promise<void> => new Promise((closed) => server.close(() => closed()));
      resolve({ url: `http://127.0.0.1:${String(port)}`, close });
    });
  });
}
