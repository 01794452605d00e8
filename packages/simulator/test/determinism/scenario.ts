import { createSimulator, virtualClock } from '../../src/index.ts';
import { seededRandom } from '../../src/random.ts';
import type { Fault, SandboxFetch, Simulator } from '../../src/index.ts';
import {
  cancelOf,
  clientId,
  merchantId,
  orderOf,
  paths as dana,
  queryOf,
  refundOf,
  signRequest,
} from '../dana/merchant.ts';
import vectors from '../vectors/dana.json' with { type: 'json' };
import { createMerchant as createDokuMerchant } from '../doku/merchant.ts';
import { account, callApi, paths as faspay, postOf, signature } from '../faspay/merchant.ts';
import { createWireLog } from './wire-log.ts';

const start = Date.parse('2026-09-01T10:00:00+07:00');
const faults: readonly Fault[] = [
  { type: 'reset', when: 'before' },
  { type: 'drop', when: 'after-commit' },
  { type: 'html', when: 'after-commit' },
  { type: 'rate-limit', retryAfterSeconds: 3 },
  { type: 'truncate' },
  { type: 'delay', when: 'after-commit', ms: 7_000 },
  { type: 'drip', everyMs: 50, bytes: 200 },
  { type: 'unknown-code' },
  { type: 'duplicate-notification' },
  { type: 'late-notification', ms: 90_000 },
  { type: 'missing-notification' },
  { type: 'browser-first', ms: 30_000 },
  { type: 'browser-lies' },
];

/** A merchant's afternoon at three acquirers, with chance and faults drawn from one seed. */
export async function play(seed: string): Promise<readonly string[]> {
  const log = createWireLog();
  const simulator = createSimulator({
    clock: virtualClock(start),
    seed,
    send: log.aroundSend('merchant', acknowledge),
    dana: {
      clientId,
      merchantId,
      merchantKeys: {
        privateKey: vectors.keys.merchant.privatePkcs8Pem,
        publicKey: vectors.keys.merchant.publicSpkiPem,
      },
    },
    faspay: account,
  });
  simulator.doku.register({ tokenUrl: 'https://shop.example/token', notificationUrl: 'https://shop.example/doku' });
  simulator.faspay.register({ notificationUrl: 'https://shop.example/faspay', returnUrl: 'https://shop.example/back' });
  for (const fault of faults) simulator.faults.add({ probability: 0.06, times: 'always', fault });

  const chance = seededRandom(`${seed}/merchant`);
  const shops = [danaShop(simulator, log.around), dokuShop(simulator, log.around), faspayShop(simulator, log.around)];
  for (let order = 1; order <= 12; order++) {
    for (const shop of shops) {
      const reference = `INV-${order}`;
      for (const step of shop.steps(reference)) {
        await patiently(simulator, step());
        await simulator.clock.advance(Math.floor(chance.chance() * 20_000));
      }
    }
  }
  await simulator.clock.advance(24 * 3_600_000);
  return [
    ...log.lines,
    ...simulator.timeline().map((event) => JSON.stringify(event)),
    JSON.stringify(simulator.faults.befallen()),
  ];
}

interface Shop {
  readonly steps: (reference: string) => readonly (() => Promise<unknown>)[];
}

type Around = (name: string, fetch: SandboxFetch) => SandboxFetch;

/** Lets a minute pass for whoever waits for the clock; what goes wrong is in the log. */
async function patiently(simulator: Simulator, step: Promise<unknown>): Promise<void> {
  const over = step.then(
    () => 'over',
    () => 'over',
  );
  while ((await Promise.race([over, simulator.waiting()])) !== 'over') await simulator.clock.advance(60_000);
}

/** The merchant's three inbound endpoints, which believe everything. */
async function acknowledge(request: Request): Promise<Response> {
  if (request.url.endsWith('/token')) return Response.json({ accessToken: 'TOKEN', expiresIn: 900 });
  if (request.url.endsWith('/faspay')) {
    const { trx_id, bill_no } = (await request.json()) as Record<string, unknown>;
    return Response.json({ trx_id, bill_no, response_code: '00' });
  }
  return Response.json({ responseCode: '2005600' });
}

function danaShop(simulator: Simulator, around: Around): Shop {
  const fetch = around('dana', simulator.dana.fetch);
  let sent = 0;
  const call = (path: string, body: unknown) => () => {
    const headers = { 'X-EXTERNAL-ID': String(++sent) };
    const signed = signRequest(path, body, simulator.clock.now(), { headers });
    return fetch(`https://api.sandbox.dana.id${path}`, { method: 'POST', ...signed });
  };
  return {
    steps: (reference) => [
      call(dana.create, orderOf(reference, { validUpTo: '2026-09-03T10:00:00+07:00' })),
      () => simulator.dana.customer.pay(reference),
      call(dana.query, queryOf(reference)),
      call(dana.refund, refundOf(reference, `R-${reference}`, '5000.00')),
      call(dana.cancel, cancelOf(reference)),
    ],
  };
}

function dokuShop(simulator: Simulator, around: Around): Shop {
  const doku = { ...simulator.doku, fetch: around('doku', simulator.doku.fetch) };
  const merchant = createDokuMerchant({ doku, clock: simulator.clock });
  return {
    steps: (reference) => [
      () => merchant.pay({ partnerReferenceNo: reference, validUpTo: '2026-09-03T10:00:00+07:00' }),
      () => simulator.doku.customer.pay(reference),
      () => merchant.status({ originalPartnerReferenceNo: reference }),
      () => merchant.refund({ originalPartnerReferenceNo: reference, partnerRefundNo: `R-${reference}` }),
    ],
  };
}

function faspayShop(simulator: Simulator, around: Around): Shop {
  const fetch = around('faspay', simulator.faspay.fetch);
  const known = (reference: string) => ({
    merchant_id: account.merchantId,
    bill_no: reference,
    trx_id: simulator.faspay.payment(reference)?.acquirerReference ?? '1',
    signature: signature(reference),
  });
  return {
    steps: (reference) => [
      () => callApi(fetch, faspay.post, postOf(reference, simulator.clock.now())),
      () => simulator.faspay.customer.pay(reference),
      () => callApi(fetch, faspay.inquiry, known(reference)),
      () => callApi(fetch, faspay.cancel, { ...known(reference), payment_cancel: 'changed mind' }),
    ],
  };
}
