import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

describe('the command', () => {
  it('starts from its file and ends with 0 on Ctrl-C', async () => {
    const child = spawn(process.execPath, [bin, '--port', '0']);
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    expect(text.toString()).toContain('Control room  http://127.0.0.1:');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
