import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentStatus } from '@bayar/core';
import { statusOf, withFact } from '../src/facts.ts';
import type { Fact } from '../src/record.ts';

const STATUSES: readonly PaymentStatus[] = [
  'unknown',
  'awaiting-customer',
  'processing',
  'paid',
  'partially-refunded',
  'refunded',
  'cancelled',
  'expired',
  'failed',
];
const fact = fc.record({
  status: fc.constantFrom(...STATUSES),
  evidence: fc.constantFrom('answer', 'signature', 'inquiry', 'signature+inquiry', 'clock'),
}) as fc.Arbitrary<Fact>;
const collect = (facts: readonly Fact[]): readonly Fact[] => facts.reduce<readonly Fact[]>(withFact, []);

describe('the status of a payment', () => {
  it('is the same for every order and repetition of up to six pieces of evidence', () => {
    const evidence = fc
      .array(fact, { minLength: 1, maxLength: 6 })
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
          fc.boolean(),
        ),
      );
    fc.assert(
      fc.property(
        evidence,
        ([facts, shuffled, cancelReverses]) =>
          statusOf(collect(facts), cancelReverses) === statusOf(collect(shuffled), cancelReverses),
      ),
      { numRuns: 20_000 },
    );
  });

  it('is paid only on an explicit payment', () => {
    fc.assert(
      fc.property(fc.array(fact), fc.boolean(), (facts, cancelReverses) => {
        const paid = statusOf(collect(facts), cancelReverses) === 'paid';
        return !paid || facts.some(({ status }) => status === 'paid');
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['paid', ['paid', 'expired'], false],
    ['paid', ['cancelled', 'paid'], false],
    ['refunded', ['cancelled', 'paid'], true],
    ['refunded', ['paid', 'refunded', 'partially-refunded'], false],
    ['cancelled', ['expired', 'cancelled'], false],
    ['unknown', ['unknown'], false],
    ['processing', ['awaiting-customer', 'processing', 'unknown'], true],
  ] as const)('is %s for %o seen by inquiry (cancelling reverses: %s)', (expected, statuses, cancelReverses) => {
    expect(statusOf(collect(statuses.map((status) => ({ status, evidence: 'inquiry' }))), cancelReverses)).toBe(
      expected,
    );
  });
});
