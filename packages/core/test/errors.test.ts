import { describe, expect, it } from 'vitest';
import { marker } from '../src/errors/marker.ts';
import { ConfigError, reveal, UsageError } from '../src/index.ts';
import { attachRaw, isMismatch, mismatch } from '../src/kit/index.ts';

describe('an error of ours', () => {
  const config = new ConfigError('The acquirer', [{ field: 'key', rule: 'is missing.', fix: 'Set it.' }]);
  const usage = new UsageError('Ask its own acquirer.');

  it('says what it is, and to whom', () => {
    expect(config).toMatchObject({ name: 'ConfigError', code: 'config' });
    expect(config.message).toBe('The acquirer cannot be configured:\n  key: is missing. Set it.');
    expect(usage).toMatchObject({ name: 'UsageError', code: 'usage', message: 'Ask its own acquirer.' });
  });

  it('is recognised by its mark, also when another copy of the package made it', () => {
    const copied = new Error('From another copy.');
    marker(copied, 'bayar.ConfigError');
    expect([config, copied, usage, new Error('Other.')].map(ConfigError.isInstance)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([usage, config].map(UsageError.isInstance)).toEqual([true, false]);
  });

  it.each([[undefined], [null], ['ConfigError'], [{}], [7]])('is not recognised in %j', (value) => {
    expect([ConfigError.isInstance(value), UsageError.isInstance(value)]).toEqual([false, false]);
  });
});

describe('the raw answer', () => {
  it('stays beside the value and never in it', () => {
    const value = attachRaw({ status: 'paid' }, { secret: 'raw' });
    expect(reveal(value)).toEqual({ secret: 'raw' });
    expect(JSON.stringify(value)).toBe('{"status":"paid"}');
    expect(reveal(structuredClone(value))).toBeUndefined();
  });
});

describe('a mismatch', () => {
  it('is recognised, and nothing that merely looks like one', () => {
    expect(isMismatch(mismatch('amount'))).toBe(true);
    expect([{ differs: 'amount' }, null, undefined, 'amount', { ...mismatch('amount') }].map(isMismatch)).not.toContain(
      true,
    );
  });
});
