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

describe('the shop’s screenshots', () => {
  it('are each taken in one place', async () => {
    const names: string[] = [];
    for (const file of await readdir(new URL('test', shop))) {
      const text = await readFile(new URL(`test/${file}`, shop), 'utf8');
      names.push(...[...text.matchAll(/await photograph\(\w+, (['`])(.+?)\1/g)].map(([, , name = '']) => name));
    }
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
