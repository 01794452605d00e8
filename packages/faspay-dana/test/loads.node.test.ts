import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** What importing a module of this package asks for, by name, in a process of its own. */
async function loadedBy(name: string): Promise<string[]> {
  const program = `
    import { registerHooks } from 'node:module';
    const asked = [];
    registerHooks({ resolve: (specifier, context, next) => (asked.push(specifier), next(specifier, context)) });
    await import(${JSON.stringify(name)});
    process.stdout.write(JSON.stringify(asked));`;
  const options = ['--conditions=@bayar/source', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, options, { cwd: new URL('..', import.meta.url) });
  return JSON.parse(stdout) as string[];
}

it('the package loads neither the XML parser nor the address library, nor crypto-js on Node', async () => {
  const loaded = await loadedBy('@bayar/faspay-dana');
  expect(loaded).toContain('valibot');
  for (const absent of ['@rgrove/parse-xml', 'ipaddr.js', 'crypto-js/md5.js']) expect(loaded).not.toContain(absent);
});

it('the parser comes with the format', async () => {
  expect(await loadedBy('@bayar/faspay-dana/xml')).toContain('@rgrove/parse-xml');
});
