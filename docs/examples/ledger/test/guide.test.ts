import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

it.each(['sqlite-ledger', 'sweep'])('the guide shows %s as it is tested here', async (name) => {
  expect(await read('../../../guide/ledger.md')).toContain(await read(`../src/${name}.ts`));
});
