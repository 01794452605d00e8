import { expect, it } from 'vitest';
import { memoryTokenStore } from '@bayar/bi-snap';
import { dokuDana } from '../src/index.ts';
import { coded, config, createdAnswer, manualClock, openBench, order } from './bench.ts';

const HOUR_MS = 3_600_000;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function echo(request: Request): Promise<Response> {
  const { partnerReferenceNo } = (await request.json()) as { partnerReferenceNo: string };
  return createdAnswer({ partnerReferenceNo });
}

it('10,000 first payments at once make one token request', async () => {
  const { doku, sent, tokenRequests } = openBench(echo);
  const payments = Array.from({ length: 10_000 }, (_, at) =>
    doku.createPayment(order({ reference: `INV-${String(at)}` })),
  );
  const done = (await Promise.all(payments)).filter(({ kind }) => kind === 'done').length;
  print(
    `doku first payments: ${String(done)} done, ${String(sent.length)} sends, ${String(tokenRequests.length)} token request`,
  );
  expect([done, sent.length, tokenRequests.length]).toEqual([10_000, 10_000, 1]);
});

it('1,000 refusals of one token at once make one renewal, and repeat each payment once', async () => {
  const { doku, sent, tokenRequests } = openBench((request) =>
    request.headers.get('authorization') === 'Bearer TOKEN-1' ? coded('4010501') : echo(request),
  );
  const payments = Array.from({ length: 1_000 }, (_, at) =>
    doku.createPayment(order({ reference: `INV-${String(at)}` })),
  );
  const done = (await Promise.all(payments)).filter(({ kind }) => kind === 'done').length;
  const perPayment = new Map<string, number>();
  for (const request of sent) {
    const text = await request.text();
    perPayment.set(text, (perPayment.get(text) ?? 0) + 1);
  }
  expect(new Set(sent.map(({ headers }) => headers.get('x-external-id'))).size).toBe(2_000);
  const most = Math.max(...perPayment.values());
  const renewals = tokenRequests.length - 1;
  print(
    `doku refused tokens: ${String(done)} done, ${String(renewals)} renewal, at most ${String(most)} sends of one payment`,
  );
  expect([done, renewals, most, perPayment.size]).toEqual([1_000, 1, 2, 1_000]);
});

/** DOKU as it is documented: only the latest token is honoured, and only for its fifteen minutes. */
function strictDoku(now: () => number) {
  const latest = { value: '', endsAt: 0 };
  const counts = { tokens: 0, payments: 0, refusals: 0 };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith('/access-token/b2b')) {
      Object.assign(latest, { value: `TOKEN-${String((counts.tokens += 1))}`, endsAt: now() + 900_000 });
      return Response.json({ responseCode: '2007300', accessToken: latest.value, tokenType: 'Bearer', expiresIn: 900 });
    }
    const honoured = request.headers.get('authorization') === `Bearer ${latest.value}` && now() < latest.endsAt;
    counts[honoured ? 'payments' : 'refusals'] += 1;
    return honoured ? echo(request) : coded('4010501');
  };
  return { fetch, counts };
}

it('72 hours of payments through two gateways and one token store never use a token that has ended', async () => {
  const clock = manualClock('2026-01-02T10:00:00+07:00');
  const { fetch, counts } = strictDoku(() => clock.now().getTime());
  const tokenStore = memoryTokenStore();
  const gateways = [1, 2].map(() => dokuDana(config, { fetch, clock, tokenStore }));
  const until = clock.now().getTime() + 72 * HOUR_MS;
  for (let turn = 0; clock.now().getTime() < until; turn++) {
    const outcome = await gateways[turn % 2]?.createPayment(order({ reference: `INV-${String(turn)}` }));
    expect(outcome?.kind).toBe('done');
    // 1 to 211 seconds, so that calls fall on every second around the end of a token.
    clock.advance(((turn * 37) % 211) * 1_000 + 1_000);
  }
  const { tokens, payments, refusals } = counts;
  print(`doku 72 hours: ${String(payments)} payments, ${String(tokens)} tokens, ${String(refusals)} refused`);
  expect(refusals).toBe(0);
  expect(payments).toBeGreaterThan(2_000);
  // One for each fourteen minutes or more, and never one for each gateway.
  expect(tokens).toBeLessThanOrEqual(Math.ceil((72 * 60) / 14));
  expect(tokens).toBeGreaterThanOrEqual(Math.floor((72 * 60) / 18));
});

it('two gateways with tokens of their own refuse each other, which is what the shared store is for', async () => {
  const clock = manualClock('2026-01-02T10:00:00+07:00');
  const { fetch, counts } = strictDoku(() => clock.now().getTime());
  const gateways = [1, 2].map(() => dokuDana(config, { fetch, clock }));
  for (let turn = 0; turn < 10; turn++) {
    const outcome = await gateways[turn % 2]?.createPayment(order({ reference: `INV-${String(turn)}` }));
    expect(outcome?.kind).toBe('done');
  }
  expect(counts.refusals).toBeGreaterThan(0);
});
