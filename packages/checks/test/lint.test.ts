import { join } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../src/workspace.ts';

let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint({ cwd: ROOT });
});

// The text stands in for a file there is: the linter knows the types of those.
async function rulesBroken(path: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: join(ROOT, path) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message)).sort();
}

describe('lint', { timeout: 60_000 }, () => {
  const core = 'packages/core/src/money.ts';

  it.each([
    ['no-restricted-imports', "export { hash } from 'node:crypto';"],
    ['no-restricted-imports', "export { default as request } from 'ky';"],
    ['no-restricted-imports', "export { formatISO } from 'date-fns';"],
    ['no-restricted-imports', "export type { Payments } from '@bayar/payments';"],
    ['no-restricted-globals', '/** Where. */\nexport const where: unknown = process.cwd();'],
    ['no-restricted-properties', '/** Now. */\nexport const now: number = Date.now();'],
    ['no-restricted-syntax', '/** Now. */\nexport const now: Date = new Date();'],
    ['import-x/no-default-export', 'export default 1;'],
    ['jsdoc/require-jsdoc', 'export type Name = string;'],
  ])('finds %s in %s', async (rule, text) => {
    expect(await rulesBroken(core, text)).toContain(rule);
  });

  it('finds a digest compared with ===', async () => {
    const compare = (condition: string): string =>
      `/** Whether. */\nexport const same = (signature: string, other: { digest?: string }): boolean => ${condition};\n`;
    expect(await rulesBroken(core, compare('signature === other.digest'))).toEqual(['no-restricted-syntax']);
    expect(await rulesBroken(core, compare("signature === '' || other.digest === undefined"))).toEqual([]);
  });

  it('finds a cycle between files', async () => {
    const text = "import { checks } from './checks.ts';\n/** How many. */\nexport const gather = checks.length;\n";
    expect(await rulesBroken('packages/checks/src/gather.ts', text)).toContain('import-x/no-cycle');
  });

  it('lets tests, and files for Node, use Node', async () => {
    const text = "import { hash } from 'node:crypto';\n/** Hash. */\nexport const sha: typeof hash = hash;\n";
    expect(await rulesBroken('packages/core/src/kit/crypto/node.ts', text)).toEqual([]);
    expect(await rulesBroken('packages/payments/test/payments.test-d.ts', text)).toEqual([]);
  });
});
