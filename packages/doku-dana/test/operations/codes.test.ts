import { describe, expect, it } from 'vitest';
import { coded, createdAnswer, openBench, order, refundRequest, stored } from '../bench.ts';
import documented from '../vectors/response-codes.json' with { type: 'json' };

/** In no list of DOKU's or SNAP's. */
const unlisted = ['403/99', '418/00'].map((code) => ({
  code,
  payment: '?unlisted-code',
  refund: '?unlisted-code',
  status: 'unlisted-code',
}));
const rows = [...documented.rows, ...unlisted];
// The service digits of DOKU's DANA page and those of the standard; another service's, as the sandbox was seen to answer.
const SERVICES = ['05', '54', '07', '58', '26', '55'];

function outcomeOf(expected: string, code: string): object {
  if (expected === 'success') return { kind: 'done' };
  if (expected.startsWith('?')) return { kind: 'unknown', inquiry: { doubt: expected.slice(1), code } };
  const reason = expected.replace('+', '');
  return {
    kind: 'declined',
    decline: { reason, retryable: expected.endsWith('+'), code, hint: expect.stringMatching(/\S{2}/) },
  };
}

function readingOf(expected: string, code: string): object {
  if (expected === 'success') return { kind: 'found', value: { status: 'paid' } };
  return expected === 'absent' ? { kind: 'absent', final: false } : { kind: 'unavailable', because: expected, code };
}

describe.each(SERVICES)('with service digits %s', (service) => {
  const wire = (code: string): string => code.replace('/', service);

  it.each(rows)('a payment answered $code is $payment', async ({ code, payment }) => {
    const { doku } = openBench(() => new Response(createdAnswer({ responseCode: wire(code) }).body, coded(wire(code))));
    expect(await doku.createPayment(order())).toMatchObject(outcomeOf(payment, wire(code)));
  });

  it.each(rows)('a refund answered $code is $refund', async ({ code, refund }) => {
    const { doku } = openBench(() => coded(wire(code)));
    expect(await doku.refundPayment(stored(), refundRequest)).toMatchObject(outcomeOf(refund, wire(code)));
  });

  it.each(rows)('a status answered $code is $status', async ({ code, status }) => {
    const { doku } = openBench(() => coded(wire(code), { latestTransactionStatus: '00' }));
    expect(await doku.getPayment(stored())).toMatchObject(readingOf(status, wire(code)));
  });
});

it('covers every row there is', () => {
  const codes = documented.rows.map(({ code }) => code);
  expect(new Set(codes).size).toBe(63);
  for (const [http, cases] of Object.entries({ 400: 3, 401: 5, 403: 24, 404: 20, 405: 2, 409: 2, 500: 3 })) {
    const listed = Array.from({ length: cases }, (_, at) => `${http}/${String(at).padStart(2, '0')}`);
    expect(codes).toEqual(expect.arrayContaining(listed));
  }
});
