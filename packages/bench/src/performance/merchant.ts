import { danaDirect, type DanaDirect } from '@bayar/dana-direct';
import { dokuDana, type DokuDana } from '@bayar/doku-dana';
import { rupiah } from '@bayar/core';
import { createSimulator } from '@bayar/simulator';
import { REFERENCE } from './acquirer.ts';

/** Throwaway credentials, the same for every client. */
export const { settings, dana: danaSandbox, doku: dokuSandbox } = createSimulator();

/** The order every client sends. */
export const order = {
  reference: REFERENCE,
  amount: rupiah(222_000),
  title: 'Order 1',
  returnUrl: 'https://shop.example/return',
  device: { platform: 'web', id: 'device123', ip: '203.0.113.10' },
} as const;

/** A runtime whose network is a function. */
interface Surroundings {
  readonly fetch?: typeof globalThis.fetch;
}

/** Our client of DANA. */
export function openDana(baseUrl: string, { fetch }: Surroundings = {}): DanaDirect {
  return danaDirect(
    { ...settings.dana, baseUrl, notificationUrl: 'https://shop.example/notify' },
    fetch === undefined ? {} : { fetch },
  );
}

/** Our client of DOKU. */
export function openDoku(baseUrl: string, { fetch }: Surroundings = {}): DokuDana {
  return dokuDana({ ...settings.doku, baseUrl }, fetch === undefined ? {} : { fetch });
}

/** Pays, and fails loudly when that is not what happened: a benchmark of refusals measures nothing. */
export async function pay(gateway: Pick<DanaDirect | DokuDana, 'createPayment'>): Promise<void> {
  const outcome = await gateway.createPayment(order);
  if (outcome.kind !== 'done') throw new Error(`The payment is ${JSON.stringify(outcome)}`);
}
