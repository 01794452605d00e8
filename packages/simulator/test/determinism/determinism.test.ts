import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { play } from './scenario.ts';

describe('one seed', () => {
  it('gives the same run twice, byte for byte, with faults at three acquirers', async () => {
    const first = await play('Tuesday');
    expect(await play('Tuesday')).toEqual(first);
    expect(first.filter((line) => / [<!] /.test(line)).length).toBeGreaterThan(150);
    const kinds = new Set([...first.join('\n').matchAll(/"fault":"([\w-]+)"/g)].map(([, type]) => type));
    expect(kinds.size).toBeGreaterThan(8);
  });

  it('gives the same run in another process, signatures of throwaway keys included', async () => {
    const script = fileURLToPath(new URL('print-scenario.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, 'Tuesday'], { maxBuffer: 64 << 20 });
    const elsewhere: unknown = JSON.parse(stdout);
    expect(elsewhere).toEqual(await play('Tuesday'));
  });

  it('gives another run than another seed', async () => {
    expect(await play('Wednesday')).not.toEqual(await play('Tuesday'));
  });
});
