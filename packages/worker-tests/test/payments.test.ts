import {
  signTestNotification,
  type DanaTestNotification,
  type DokuTestNotification,
  type FaspayTestNotification,
} from '@bayar/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AcquirerName } from '../src/shop.ts';
import { openWorker, PUBLIC_URL, type OpenWorker } from './open-worker.ts';

const AMOUNT = 2_500_000;
const TOKEN_URL = `${PUBLIC_URL}/doku/token`;

let worker: OpenWorker;
beforeAll(async () => {
  worker = await openWorker();
});
afterAll(() => worker.close());

/** What Faspay calls a payment: the adapter adds a letter. */
const wireReference = (acquirer: AcquirerName, reference: string): string =>
  acquirer === 'faspay' ? `${reference}Z` : reference;

async function created(acquirer: AcquirerName, reference: string) {
  const outcome = await worker.create({ acquirer, reference });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function posted(request: Request): Promise<readonly [status: number, body: string]> {
  const answer = await worker.deliver(request);
  return [answer.status, await answer.text()];
}

describe('the worker', () => {
  it('runs in workerd, on its own crypto, with nothing of Node within reach', async () => {
    expect(await worker.ask({ ask: 'surroundings' })).toEqual({
      crypto: 'web',
      runtime: 'Cloudflare-Workers',
      hasNode: false,
    });
  });

  it('answers 404 at an address nobody is told of', async () => {
    expect(await posted(new Request(`${PUBLIC_URL}/dana/nothing`, { method: 'POST' }))).toEqual([404, 'Not found']);
  });
});

describe.each([
  ['dana', '2005600'],
  ['doku', '2005600'],
  ['faspay', '"response_code":"00"'],
] as const)('a payment through %s', (acquirer, acknowledgement) => {
  it('is made, is paid by its notification, and is found paid', async () => {
    const payment = await created(acquirer, `INV-${acquirer}`);
    expect(payment.next).toMatchObject({ type: 'redirect', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/) });
    expect(await worker.inquire(payment)).toMatchObject({ kind: 'found', value: { status: 'awaiting-customer' } });
    const half = worker.simulator[acquirer];
    await half.customer.pay(wireReference(acquirer, payment.reference));
    await worker.simulator.idle();
    const deliveries = half.payment(wireReference(acquirer, payment.reference))?.deliveries;
    expect(deliveries).toMatchObject([{ verdict: 'acknowledged', response: { status: 200 } }]);
    expect(deliveries?.[0]?.response?.body).toContain(acknowledgement);
    expect(await worker.heard()).toContain(`paid: ${payment.reference}`);
    expect(await worker.inquire(payment)).toMatchObject({ kind: 'found', value: { status: 'paid' } });
  });
});

/** Signs a notification as an acquirer does, wrong in a named way. */
const forge = {
  dana: async (reference: string, variant: DanaTestNotification['variant'] & string) =>
    signTestNotification.dana({
      url: `${PUBLIC_URL}/dana/v1.0/debit/notify`,
      credentials: worker.simulator.dana.credentials,
      payment: { reference, amount: AMOUNT },
      variant,
    }),
  doku: async (reference: string, variant: DokuTestNotification['variant'] & string) => {
    const { credentials } = worker.simulator.doku;
    const given = await worker.deliver(signTestNotification.dokuToken({ url: TOKEN_URL, credentials }));
    const { accessToken } = (await given.json()) as { accessToken: string };
    const url = `${PUBLIC_URL}/doku/v1.0/debit/notify`;
    return signTestNotification.doku({
      url,
      credentials,
      accessToken,
      payment: { reference, amount: AMOUNT },
      variant,
    });
  },
  faspay: async (reference: string, variant: FaspayTestNotification['variant'] & string) =>
    signTestNotification.faspay({
      url: `${PUBLIC_URL}/faspay/notification`,
      credentials: worker.simulator.faspay.credentials,
      payment: { reference, amount: AMOUNT },
      variant,
    }),
};

describe('a forged notification changes nothing', () => {
  async function changesNothing(
    acquirer: AcquirerName,
    reference: string,
    forged: (reference: string) => Promise<Request>,
  ): Promise<readonly [status: number, body: string]> {
    const payment = await created(acquirer, reference);
    const answer = await posted(await forged(wireReference(acquirer, reference)));
    expect(await worker.inquire(payment)).toMatchObject({ value: { status: 'awaiting-customer' } });
    expect(await worker.heard()).not.toContain(`paid: ${reference}`);
    return answer;
  }

  it.each(['bad-signature', 'other-key', 'altered-amount', 'stale'] as const)('of DANA: %s', async (variant) => {
    const answer = await changesNothing('dana', `D-${variant}`, (reference) => forge.dana(reference, variant));
    expect(answer).toEqual([401, expect.stringContaining('4015600')]);
  });

  it.each(['bad-signature', 'other-key', 'no-bearer', 'alg-confused-bearer'] as const)(
    'of DOKU: %s',
    async (variant) => {
      const answer = await changesNothing('doku', `K-${variant}`, (reference) => forge.doku(reference, variant));
      expect(answer).toEqual([401, expect.stringMatching(/"401\d{4}"/)]);
    },
  );

  it.each(['bad-signature', 'other-key'] as const)('of Faspay: %s', async (variant) => {
    const answer = await changesNothing('faspay', `F-${variant}`, (reference) => forge.faspay(reference, variant));
    expect(answer).toEqual([403, expect.stringContaining('"response_code":"99"')]);
  });
});

describe('what only one acquirer has', () => {
  it('is a token for DOKU, which a forged request does not get', async () => {
    const { credentials } = worker.simulator.doku;
    const request = { url: TOKEN_URL, credentials };
    expect(await posted(signTestNotification.dokuToken(request))).toEqual([
      200,
      expect.stringContaining('accessToken'),
    ]);
    const forged = signTestNotification.dokuToken({ ...request, variant: 'other-key' });
    expect(await posted(forged)).toEqual([401, expect.not.stringContaining('accessToken')]);
  });

  it('is XML for Faspay, answered in XML', async () => {
    worker.simulator.faspay.register({ notificationUrl: `${PUBLIC_URL}/faspay/notification`, format: 'xml' });
    const payment = await created('faspay', 'INV-XML');
    await worker.simulator.faspay.customer.pay('INV-XMLZ');
    await worker.simulator.idle();
    const [delivery] = worker.simulator.faspay.payment('INV-XMLZ')?.deliveries ?? [];
    expect(delivery).toMatchObject({
      verdict: 'acknowledged',
      response: { body: expect.stringMatching(/^<\?xml|^<faspay/) },
    });
    expect(await worker.heard()).toContain(`paid: ${payment.reference}`);
  });
});
