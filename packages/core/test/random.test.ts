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
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 20_000; draw++) {
      for (const digit of systemRandom.digits(100)) counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1;
    }
    // Six standard deviations of a fair draw of two million; bytes modulo ten would be off by seven for low digits.
    for (const count of counts) expect(Math.abs(count - 200_000)).toBeLessThan(2_546);
  });
});

describe('a random token', () => {
  it('is 32 hexadecimal digits, and another each time', () => {
    const tokens = Array.from({ length: 1_000 }, () => systemRandom.token());
    expect(tokens.every((token) => /^[0-9a-f]{32}$/.test(token))).toBe(true);
    expect(new Set(tokens).size).toBe(1_000);
  });
});
