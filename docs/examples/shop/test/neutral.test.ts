import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const shop = new URL('../', import.meta.url);

describe('the shop’s code', () => {
  it.each(['src', 'public'])('names no acquirer anywhere in %s', async (folder) => {
    const files = (await readdir(new URL(folder, shop), { recursive: true })).filter((file) => /\.\w+$/.test(file));
    const naming: string[] = [];
    for (const file of files) {
      if (/dana|doku|faspay/i.test(await readFile(new URL(`${folder}/${file}`, shop), 'utf8'))) naming.push(file);
    }
    expect(files.length).toBeGreaterThan(5);
    expect(naming).toEqual([]);
  });
});
