import { describe, expect, it } from 'vitest';
import { coded, openBench, order, refundRequest, stored } from '../bench.ts';

/** HTTP/case, what it means for a payment, and for a refund where that differs: a decline's reason (`+` retryable), or `?` and the doubt. */
const documented = (
  [
    ['400/00', 'invalid-request'],
    ['400/01', 'invalid-request'],
    ['400/02', 'invalid-request'],
    ['401/00', 'authentication'],
    ['401/01', 'authentication+'],
    ['401/02', 'authentication'],
    ['401/03', 'authentication+'],
    ['401/04', 'authentication'],
    ['403/00', 'expired'],
    ['403/01', 'merchant-not-ready'],
    ['403/02', 'amount-limit'],
    ['403/03', 'suspected-fraud'],
    ['403/04', 'customer-account+'],
    ['403/05', 'customer-account'],
    ['403/06', 'not-permitted+'],
    ['403/07', 'customer-account'],
    ['403/08', 'customer-account'],
    ['403/09', 'customer-account'],
    ['403/10', 'other'],
    ['403/11', 'customer-account'],
    ['403/12', 'other'],
    ['403/13', 'other'],
    ['403/14', 'insufficient-funds+'],
    ['403/15', 'not-permitted'],
    ['403/16', 'not-permitted'],
    ['403/17', 'amount-limit'],
    ['403/18', 'customer-account'],
    ['403/19', 'merchant-not-ready'],
    ['403/20', 'amount-limit+'],
    ['403/21', 'other'],
    ['403/22', 'other'],
    ['403/23', 'amount-limit'],
    ['404/00', 'wrong-status'],
    ['404/01', 'not-found'],
    ['404/02', 'other'],
    ['404/03', 'other'],
    ['404/04', 'wrong-status'],
    ['404/05', 'other'],
    ['404/06', 'other'],
    ['404/07', 'other'],
    ['404/08', 'merchant-not-ready'],
    ['404/09', 'other'],
    ['404/10', 'other'],
    ['404/11', 'customer-account'],
    ['404/12', 'not-found'],
    ['404/13', 'amount-limit'],
    ['404/14', '?already-exists'],
    ['404/15', 'other'],
    ['404/16', 'merchant-not-ready'],
    ['404/17', 'other'],
    ['404/18', 'inconsistent', '?already-exists'],
    ['404/19', 'expired'],
    ['405/00', 'not-permitted'],
    ['405/01', 'not-permitted+'],
    ['409/00', '?already-exists'],
    ['409/01', '?already-exists'],
    ['429/00', 'rate-limited+'],
    ['202/00', '?in-progress'],
    ['500/00', '?acquirer-error'],
    ['500/01', '?acquirer-error'],
    ['500/02', '?acquirer-error'],
    ['504/00', '?acquirer-error'],
    ['403/99', '?unlisted-code'],
    ['418/00', '?unlisted-code'],
  ] satisfies (readonly [code: string, payment: string, refund?: string])[]
).map(([code, payment, refund = payment]) => ({ code, payment, refund }));

function outcomeOf(expected: string, code: string): object {
  if (expected.startsWith('?')) return { kind: 'unknown', inquiry: { doubt: expected.slice(1), code } };
  const reason = expected.replace('+', '');
  return {
    kind: 'declined',
    decline: { reason, retryable: expected.endsWith('+'), code, hint: expect.stringMatching(/\S{2}/) },
  };
}

// The service digits of DOKU's DANA page and those of the standard; another service's, as the sandbox was seen to answer.
describe.each(['05', '54', '07', '58', '26'])('with service digits %s', (service) => {
  const wire = (code: string): string => code.replace('/', service);

  it.each(documented)('a payment answered $code is $payment', async ({ code, payment }) => {
    const { doku } = openBench(() => coded(wire(code)));
    expect(await doku.createPayment(order())).toMatchObject(outcomeOf(payment, wire(code)));
  });

  it.each(documented)('a refund answered $code is $refund', async ({ code, refund }) => {
    const { doku } = openBench(() => coded(wire(code)));
    expect(await doku.refundPayment(stored(), refundRequest)).toMatchObject(outcomeOf(refund, wire(code)));
  });
});

it.each([
  ['expired', '4035500'],
  ['wrong-status', '4045504'],
  ['expired', '4045519'],
  ['already-exists', '4045514'],
  ['inconsistent', '4045518'],
  ['already-exists', '4095500'],
  ['authentication', '4015500'],
  ['authentication', '4015501'],
  ['invalid-request', '4005501'],
  ['in-progress', '2025500'],
  ['acquirer-error', '5005501'],
  ['unlisted-code', '4035599'],
])('a status is unavailable because %s when answered %s', async (because, code) => {
  const { doku } = openBench(() => coded(code));
  expect(await doku.getPayment(stored())).toEqual({ kind: 'unavailable', because, code });
});
