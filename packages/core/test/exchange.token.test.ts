import { describe, expect, it } from 'vitest';
import { agreed, ask, asking, bench, passing } from './support/desk.ts';
import { fails, json } from './support/wire.ts';

const lost = fails('ECONNRESET');
const done = { kind: 'success', value: ask };

describe('a refused token', () => {
  const renewing = asking({ repeat: { after401: true } });
  const stale = json({ code: 'STALE' }, 401);

  it('is renewed once, and the same bytes are sent with the new one', async () => {
    const acquirer = bench([stale, json(agreed)], renewing);
    expect(await acquirer.run()).toEqual(done);
    expect(acquirer.refusals).toEqual([undefined, 'T1']);
    expect(acquirer.wire.arrived.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer T1',
      'Bearer T2',
    ]);
    expect(acquirer.wire.arrived[0]?.body).toBe(acquirer.wire.arrived[1]?.body);
  });

  it('is a decline when it is refused twice', async () => {
    const acquirer = bench([stale, stale], renewing);
    expect(await acquirer.run()).toMatchObject({
      kind: 'refused',
      decline: { reason: 'authentication', code: 'STALE', retryable: true },
    });
    expect(acquirer.wire.arrived).toHaveLength(2);
  });

  it('is a decline at once where the operation does not renew', async () => {
    const acquirer = bench([stale], asking());
    expect(await acquirer.run()).toMatchObject({ kind: 'refused', decline: { reason: 'authentication' } });
  });

  it('leaves the doubt of a later send in doubt', async () => {
    const acquirer = bench([stale, lost], renewing);
    expect(await acquirer.run()).toEqual({ kind: 'doubt', doubt: 'connection-lost' });
    expect(acquirer.wire.arrived).toHaveLength(2);
  });

  it('counts among the three sends', async () => {
    const acquirer = bench([lost, lost, stale, json(agreed)], asking({ repeat: { after401: true, samePayload: 3 } }));
    expect(await passing(acquirer)).toEqual({ kind: 'doubt', doubt: 'connection-lost' });
    expect(acquirer.wire.arrived).toHaveLength(3);
  });
});
