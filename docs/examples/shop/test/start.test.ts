import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration } from '../src/read-configuration.ts';
import { StartError } from '../src/start-error.ts';
import { readPort } from '../src/start.ts';

const shop = fileURLToPath(new URL('../', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shop-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly said: string;
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const options = { cwd: shop, env: { ...process.env, ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=@bayar/source', program, ...args], options, (error, _, said) =>
      resolve({ code: error === null ? 0 : error.code, said: said.trimEnd() }),
    );
  });
}

async function fileOf(text: string): Promise<string> {
  const file = join(folder, 'shop.json');
  await writeFile(file, text);
  return file;
}

describe('a shop that cannot be started', () => {
  it.each([
    ['--config=nope', /^There is no config\/nope\.json\. Choose one: --config=all, --config=dana, .*\.$/],
    ['--configuration=dana', /^Unknown option '--configuration'.* It takes these: --config=…, --port=…, .*$/],
  ])('says in one line what is wrong with %s, and ends with 1', async (flag, line) => {
    const { code, said } = await run('simulator/main.ts', [flag]);
    expect([code, said]).toEqual([1, expect.stringMatching(line)]);
  });

  it('names the file, and every setting that is wrong', async () => {
    const file = await fileOf('{ "active": "DANA", "acquirers": { "DANA": null } }');
    const { code, said } = await run('src/main.ts', [], { SHOP_CONFIG: file, PORT: '0' });
    expect([code, said.split('\n')[0]]).toEqual([1, `${file}: Payments cannot be configured:`]);
    expect(said).toContain('acquirers.DANA: must be an object.');
    expect(said).not.toMatch(/^ +at /m);
  });

  it.each(['web', '-1', '65536', '1e3', ''])('refuses to listen on port %j', (port) => {
    expect(() => readPort('--port', port)).toThrow(new StartError(`--port ${NO_PORT}`));
  });
});

const NO_PORT = 'must be a whole number from 0 to 65535. 0 takes a free port.';
const NO_OBJECT = 'must hold a JSON object. Write { … }, as in config/all.json.';

describe('a configuration', () => {
  it.each([
    ['null', NO_OBJECT],
    ['[]', NO_OBJECT],
    ['{\n  "active": "s3cret",\n}', 'is not JSON: see line 3 column 1. Correct it there; an editor marks the place.'],
    ['{ "active": s3cret }', 'is not JSON. Correct it there; an editor marks the place.'],
  ])('that is %j is refused in one line that shows nothing of it', async (text, problem) => {
    const path = await fileOf(text);
    const reading = readConfiguration({ path, name: 'shop.json', otherwise: '' });
    await expect(reading).rejects.toThrow(new StartError(`shop.json ${problem}`));
  });

  it.each([
    ['nope.json', 'There is no nope.json. Name another.'],
    ['', 'config cannot be read (EISDIR). Name another.'],
  ])('that cannot be read as %j is refused with what to do instead', async (file, problem) => {
    const name = file || 'config';
    const reading = readConfiguration({ path: join(folder, file), name, otherwise: 'Name another.' });
    await expect(reading).rejects.toThrow(new StartError(problem));
  });
});
