import type { Outcome, Payment, PaymentRef, Reading } from '@bayar/core';
import { createSimulator, type Simulator } from '@bayar/simulator';
import type { Question } from '../src/counter.ts';
import { startWorker } from './start-worker.ts';

/** A shop that is a worker, and the acquirers it reaches over the network of this machine. */
export interface OpenWorker {
  readonly simulator: Simulator;
  /** Asks at the counter. */
  readonly ask: <Answer = unknown>(question: Question, signal?: AbortSignal) => Promise<Answer>;
  readonly create: (question: Omit<Question & { ask: 'create' }, 'ask'>) => Promise<Outcome<Payment>>;
  readonly inquire: (payment: PaymentRef) => Promise<Reading<Payment>>;
  /** What the worker's handlers of events were told: `paid: INV-1`. */
  readonly heard: () => Promise<readonly string[]>;
  /** Posts a request that is addressed to the shop's public URL. */
  readonly deliver: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Where acquirers are told that the shop is. */
export const PUBLIC_URL = 'https://shop.example/pay';

/** Opens both. */
export async function openWorker(): Promise<OpenWorker> {
  let origin = '';
  // As with every worker, the public host is the network's and what the worker listens on another.
  const deliver = (request: Request): Promise<Response> =>
    fetch(new Request(request.url.replace('https://shop.example', origin), request));
  const simulator = createSimulator({ send: deliver });
  const served = await simulator.listen();
  const { dana, doku, faspay } = simulator.settings;
  const worker = await startWorker({
    dana: { ...dana, baseUrl: served.dana },
    doku: { ...doku, baseUrl: served.doku },
    faspay: { ...faspay, baseUrl: served.faspay },
  }).catch(async (error: unknown) => {
    await served.close();
    throw error;
  });
  origin = worker.shop;
  simulator.doku.register({
    tokenUrl: `${PUBLIC_URL}/doku/token`,
    notificationUrl: `${PUBLIC_URL}/doku/v1.0/debit/notify`,
  });
  simulator.faspay.register({ notificationUrl: `${PUBLIC_URL}/faspay/notification` });

  async function ask<Answer>(question: Question, signal?: AbortSignal): Promise<Answer> {
    const body = JSON.stringify(question);
    const answer = await fetch(worker.counter, { method: 'POST', body, signal: signal ?? null });
    if (!answer.ok) throw new Error(`The worker failed: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
  return {
    simulator,
    ask,
    create: (question) => ask({ ask: 'create', ...question }),
    inquire: (payment) => ask({ ask: 'inquire', payment }),
    heard: () => ask({ ask: 'heard' }),
    deliver,
    close: async () => {
      await worker.close();
      await served.close();
    },
  };
}
