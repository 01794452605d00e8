import { describe, expect, it } from 'vitest';
import { systemRandom } from '../src/kit/random.ts';

describe('random digits', () => {
  it.each([0, 1, 25, 36, 64])('are exactly %d', (count) => {
    expect(systemRandom.digits(count)).toMatch(new RegExp(`^\\d{${String(count)}}$`));
  });

  it('do not repeat in a hundred thousand identifiers', () => {
    const seen = new Set(Array.from({ length: 100_000 }, () => systemRandom.digits(25)));
    expect(seen.size).toBe(100_000);
  });

  it('are each as frequent as the others', () => {
    const counts = new Map<string, number>();
    const drawn = Array.from({ length: 1_000 }, () => systemRandom.digits(200)).join('');
    for (const digit of drawn) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    // Ten standard deviations of a fair draw; taking bytes modulo ten would be off by twelve.
    for (const digit of '0123456789') expect(Math.abs((counts.get(digit) ?? 0) - 20_000)).toBeLessThan(1_342);
    expect(drawn).toHaveLength(200_000);
  });
});

describe('a random token', () => {
  it('is 32 hexadecimal digits, and another each time', () => {
    const tokens = Array.from({ length: 1_000 }, () => systemRandom.token());
    expect(tokens.every((token) => /^[0-9a-f]{32}$/.test(token))).toBe(true);
    expect(new Set(tokens).size).toBe(1_000);
  });
});
