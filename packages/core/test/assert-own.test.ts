import { expect, it } from 'vitest';
import { UsageError } from '../src/errors/usage-error.ts';
import { assertOwn } from '../src/kit/assert-own.ts';
import { ref } from './support/requests.ts';

const own = { id: 'acquirer' };

it('takes a payment of its own', () => {
  expect(() => assertOwn(own, ref)).not.toThrow();
});

it("names both acquirers of a payment that is another's", () => {
  const other = { ...ref, adapter: 'another' };
  expect(() => assertOwn(own, other)).toThrow(
    new UsageError('A payment of another was handed to acquirer: ask its own acquirer.'),
  );
});

it.each([
  'INV-1',
  undefined,
  null,
  {},
  { ...ref, reference: undefined },
  { ...ref, locator: undefined },
  { ...ref, amount: 25_000 },
])('refuses what is no payment, and says what one is: %j', (thing) => {
  const what = 'pass the payment (or its reference object) as createPayment answered it, not its reference text';
  expect(() => assertOwn(own, thing as never)).toThrow(what);
});
