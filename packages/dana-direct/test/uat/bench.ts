import {
  rupiah,
  type CreatePayment,
  type Notification,
  type Payment,
  type PaymentRef,
  type Verdict,
} from '@bayar/core';
import { createSimulator, virtualClock, type Simulator } from '@bayar/simulator';
import { danaDirect, type DanaDirect, type DanaDirectExtra } from '../../src/index.ts';
import { now } from '../account.ts';
import { clockOf } from '../clocks.ts';
import { tamper, type Tampering } from './tampering.ts';

/** One answer of DANA's. */
export interface Answered {
  readonly path: string;
  readonly status: number;
  readonly body: { readonly responseCode?: string; readonly responseMessage?: string };
}

/** A merchant at the simulated DANA whose requests can be tampered with on their way. */
export interface Bench {
  readonly dana: DanaDirect;
  readonly simulator: Simulator;
  /** Everything DANA answered, in order. */
  readonly answers: readonly Answered[];
  /** What was believed, and by which code it was acknowledged. */
  readonly notified: readonly { readonly notification: Notification; readonly acknowledged: string }[];
  /** Runs a call whose requests are tampered with. */
  readonly tampered: <T>(change: Tampering, call: () => Promise<T>) => Promise<T>;
  /** A payment of one rupiah unless told, by DANA's balance unless told. */
  readonly create: (
    change?: Partial<CreatePayment>,
    extra?: DanaDirectExtra,
  ) => ReturnType<DanaDirect['createPayment']>;
  /** The same, once it is known to exist. */
  readonly created: (change?: Partial<CreatePayment>, extra?: DanaDirectExtra) => Promise<Payment>;
  /** The customer pays it. */
  readonly paid: (change?: Partial<CreatePayment>) => Promise<Payment>;
  /** A payment DANA never heard of. */
  readonly unknown: (reference?: string) => PaymentRef;
}

/** Sets up the merchant. */
export function uatBench(verdict: Verdict = 'accepted'): Bench {
  const answers: Answered[] = [];
  const notified: { notification: Notification; acknowledged: string }[] = [];
  let change: Tampering | undefined;
  const simulator = createSimulator({
    clock: virtualClock(Date.parse(now)),
    seed: 'uat',
    send: (sent) => receive(sent),
  });
  const { clientId, merchantId, privateKey, danaPublicKey } = simulator.dana.credentials;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const arriving = change === undefined ? request : await tamper(request, change, privateKey);
    const response = await simulator.dana.fetch(arriving);
    const body = (await response.clone().json()) as Answered['body'];
    answers.push({ path: new URL(request.url).pathname, status: response.status, body });
    return response;
  };
  const dana = danaDirect(
    {
      environment: 'sandbox',
      clientId,
      merchantId,
      privateKey,
      danaPublicKeys: danaPublicKey,
      mcc: '5732',
      storeId: 'UAT-STORE',
      notificationUrl: 'https://merchant.example/v1.0/debit/notify',
    },
    { fetch, clock: clockOf(simulator.clock) },
  );
  const create: Bench['create'] = (other, extra = { method: { type: 'balance' } }) =>
    dana.createPayment({ ...order, ...other }, { extra });
  const created: Bench['created'] = async (other, extra) => {
    const outcome = await create(other, extra);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  return {
    dana,
    simulator,
    answers,
    notified,
    create,
    created,
    paid: async (other) => {
      const payment = await created(other);
      await simulator.dana.customer.pay(payment.reference);
      return payment;
    },
    unknown: (reference = 'NEVER-MADE') => ({ ...anyRef, reference }),
    tampered: async (tampering, call) => {
      change = tampering;
      return call().finally(() => (change = undefined));
    },
  };

  async function receive(sent: Request): Promise<Response> {
    const { pathname: path } = new URL(sent.url);
    const body = new Uint8Array(await sent.arrayBuffer());
    const received = await dana.inbound[0]?.receive({
      method: sent.method,
      path,
      query: '',
      headers: sent.headers,
      body,
    });
    if (received?.kind !== 'notification') throw new Error(received?.kind);
    const reply = received.acknowledge(verdict);
    const { responseCode } = JSON.parse(reply.body) as { responseCode: string };
    notified.push({ notification: received.notification, acknowledged: responseCode });
    return new Response(reply.body, reply);
  }
}

const order: CreatePayment = {
  reference: 'UAT-2026-0001',
  amount: rupiah(1),
  title: 'UAT',
  returnUrl: 'https://merchant.example/return',
};

const anyRef: PaymentRef = {
  acquirer: 'dana-direct',
  adapter: 'dana-direct',
  reference: 'NEVER-MADE',
  amount: rupiah(30_000_000),
  createdAt: '2026-09-01T03:00:00.000Z',
  locator: {},
};
