import { describe, expect, it } from 'vitest';
import { danaDirect } from '../src/index.ts';
import { config, now, queried, ref, refund } from './account.ts';
import { standingClock } from './clocks.ts';
import { answer, answering } from './wire.ts';

describe('a reference text in place of a payment', () => {
  it('is a bug of the caller, told so', async () => {
    const { fetch, sent } = answering(answer(queried));
    const dana = danaDirect(config, { fetch, clock: standingClock(now) });
    const none = ref.reference as never;
    const calls = [dana.getPayment(none), dana.cancelPayment(none), dana.refundPayment(none, refund)];
    for (const call of calls) await expect(call).rejects.toThrow('not its reference text');
    expect(sent).toEqual([]);
  });
});
