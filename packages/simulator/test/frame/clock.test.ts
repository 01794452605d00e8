import { describe, expect, it } from 'vitest';
import { createCourier } from '../../src/courier.ts';
import { createSimulator, realClock, virtualClock } from '../../src/index.ts';
import { seededRandom } from '../../src/random.ts';

describe('virtualClock', () => {
  it('runs what falls due in order of time, then of scheduling, awaiting each', async () => {
    const clock = virtualClock(1000);
    const log: string[] = [];
    const note = (name: string) => async () => {
      await Promise.resolve();
      log.push(`${name}@${clock.now()}`);
    };
    clock.after(20, note('late'));
    clock.after(10, note('first'));
    clock.after(10, note('second'));
    clock.after(31, note('never'));
    await clock.advance(30);
    expect(log).toEqual(['first@1010', 'second@1010', 'late@1020']);
    expect(clock.now()).toBe(1030);
  });

  it('runs tasks that tasks schedule, if they fall due', async () => {
    const clock = virtualClock(0);
    const at: number[] = [];
    const again = () => {
      at.push(clock.now());
      clock.after(10, again);
    };
    clock.after(10, again);
    await clock.advance(35);
    expect(at).toEqual([10, 20, 30]);
  });

  it('forgets a task that is taken off', async () => {
    const clock = virtualClock(0);
    const ran: string[] = [];
    clock.after(10, () => void ran.push('a'))();
    await clock.advance(10);
    expect(ran).toEqual([]);
  });

  it('stands still by itself', async () => {
    const clock = virtualClock(5);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(5);
  });
});

describe('realClock', () => {
  it('runs a task after the wait and lets time pass', async () => {
    const clock = realClock();
    const before = clock.now();
    const ran = new Promise<number>((resolve) => clock.after(5, () => resolve(clock.now())));
    await clock.advance(20);
    expect(await ran).toBeGreaterThanOrEqual(before + 4);
  });
});

describe('seededRandom', () => {
  it('repeats itself for the same seed and differs for another', () => {
    const draw = (seed: string) => {
      const random = seededRandom(seed);
      return [random.digits(12), random.hex(12), random.alphanumeric(12), random.chance()];
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('a')[0]).toMatch(/^\d{12}$/);
    expect(draw('a')[1]).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('the courier', () => {
  it('counts a retry from the attempt it follows, however far the clock is advanced at once', async () => {
    const clock = virtualClock(0);
    const simulator = createSimulator({ clock });
    const courier = createCourier(simulator.clock, () => Promise.resolve(new Response('no')));
    const at: number[] = [];
    courier.deliver({
      reference: 'INV-1',
      build: () => Promise.resolve(new Request('https://merchant.example/')),
      acknowledged: () => Promise.resolve(false),
      retryAfterMs: [10, 100],
      attempted: (attempt) => void at.push(attempt.at),
    });
    await courier.idle();
    await simulator.clock.advance(1000);
    expect(at).toEqual([0, 10, 110]);
  });

  it('records an attempt that could not be built, and tries again', async () => {
    const clock = virtualClock(0);
    const courier = createCourier(clock, () => Promise.resolve(new Response('ok')));
    const verdicts: string[] = [];
    let built = 0;
    courier.deliver({
      reference: 'INV-1',
      build: () =>
        built++ === 0
          ? Promise.reject(new Error('no token'))
          : Promise.resolve(new Request('https://merchant.example/', { method: 'POST', body: 'hello' })),
      acknowledged: async (response) => (await response.text()) === 'ok',
      retryAfterMs: [10, 10],
      attempted: ({ verdict, request, response }) =>
        void verdicts.push(`${verdict} ${request?.body} ${response?.body}`),
    });
    await courier.idle();
    await clock.advance(100);
    expect(verdicts).toEqual(['not-sent undefined undefined', 'acknowledged hello ok']);
  });
});
