import { describe, expect, it } from 'vitest';
import { danaDirect } from '../../src/index.ts';
import { config, now } from '../account.ts';
import { manualClock } from '../clocks.ts';
import { answer, answering, coded, hanging } from '../wire.ts';
import { balance, binding, calls, device, gateway } from './account-fixtures.ts';

describe('getBalance', () => {
  it('tells each account, and statuses nobody lists as unknown', async () => {
    const { dana } = gateway(answer(balance));
    expect(await calls.getBalance(dana)).toEqual({
      kind: 'found',
      value: {
        name: 'SARI',
        accounts: [
          {
            type: 'BALANCE',
            status: 'active',
            available: { currency: 'IDR', minor: 1_949_950 },
            amount: { currency: 'IDR', minor: 2_000_000 },
            held: { currency: 'IDR', minor: 50_050 },
          },
          { type: 'POINT', status: 'unknown' },
        ],
      },
    });
  });

  it.each([
    ['4011102', 'expired'],
    ['4031105', 'customer-account'],
    ['4031118', 'customer-account'],
    ['4001101', 'invalid-request'],
    ['5001101', 'acquirer-error'],
    ['4091199', 'unlisted-code'],
  ])('%s is unavailable: %s', async (code, because) => {
    const { dana } = gateway(coded(code));
    expect(await calls.getBalance(dana)).toMatchObject({ kind: 'unavailable', because, code });
  });

  it('ends after three seconds', async () => {
    const clock = manualClock(now);
    const { fetch } = answering(hanging);
    const reading = danaDirect(config, { fetch, clock }).getBalance(binding, device);
    await clock.advance(0);
    await clock.advance(2_999);
    expect(await Promise.race([reading, Promise.resolve('waiting')])).toBe('waiting');
    await clock.advance(1);
    expect(await reading).toEqual({ kind: 'unavailable', because: 'no-answer' });
  });
});
