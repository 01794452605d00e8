import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { formatJakarta, formatJakartaWall } from '../src/kit/jakarta-time.ts';
import { instants } from './support/instants.ts';

const program = fileURLToPath(new URL('support/print-jakarta-times.ts', import.meta.url));
const expected = instants()
  .map((instant) => {
    const seconds = Math.floor(instant.getTime() / 1_000) * 1_000;
    return `${formatJakarta(instant)} ${formatJakartaWall(instant)} ${String(seconds)}\n`;
  })
  .join('');

describe('the time in Jakarta', () => {
  it.each(['UTC', 'Asia/Jakarta', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'America/New_York'])(
    'is the same on a machine whose zone is %s',
    async (zone) => {
      const { stdout } = await promisify(execFile)(process.execPath, [program], { env: { ...process.env, TZ: zone } });
      expect(stdout).toBe(expected);
    },
  );
});
