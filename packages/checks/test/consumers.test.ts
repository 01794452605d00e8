import { describe, expect, it } from 'vitest';
import { countLines, readFirstProgram, switchAcquirer } from '../src/consumers/first-program.ts';
import { serveRegistry } from '../src/consumers/registry.ts';
import type { Packed } from '../src/packaging/tarball.ts';

const page = `# Shop

\`\`\`sh
npm install @bayar/core @bayar/dana-direct
\`\`\`

\`\`\`ts
pay({
  active: 'dana', // or 'doku': nothing else changes
});

done(); // prints: paid through dana
\`\`\`

\`\`\`ts
later();
\`\`\`
`;

describe('the first program of a page', () => {
  it('is what the page installs, shows first and says is printed', () => {
    const program = readFirstProgram(page);
    expect(program).toMatchObject({ packages: ['@bayar/core', '@bayar/dana-direct'], prints: 'paid through dana' });
    expect(program.code).toContain('pay({');
    expect(program.code).not.toContain('later');
  });

  it('counts lines of code', () => {
    expect(countLines(readFirstProgram(page).code)).toBe(4);
  });

  it('changes acquirer by one string, where it offers another', () => {
    const other = switchAcquirer(readFirstProgram(page));
    expect(other?.prints).toBe('paid through doku');
    expect(other?.code).toBe(readFirstProgram(page).code.replace("active: 'dana'", "active: 'doku'"));
    expect(switchAcquirer(readFirstProgram(page.replace('// or ', '// ')))).toBeUndefined();
  });

  it.each(['npm install @bayar/core', '// prints: paid', '```ts'])('must have %s', (part) => {
    expect(() => readFirstProgram(page.replaceAll(part, 'nothing'))).toThrow(/no program/);
  });
});

describe('the registry on this machine', () => {
  it('has the packages it was given, with the bytes their metadata promises', async () => {
    const manifest = { name: '@bayar/core', version: '0.1.0', dependencies: { ky: '2.1.0' } };
    const data = Buffer.from('a tarball');
    const packed: Packed = { folder: 'core', manifest, files: new Map(), bytes: 9, contents: {} as never, data };
    const registry = await serveRegistry([packed]);
    try {
      const answer = await fetch(`${registry.url}/@bayar%2fcore`);
      const { versions } = (await answer.json()) as { versions: Record<string, { dist: { tarball: string } }> };
      expect(versions).toMatchObject({ '0.1.0': { dependencies: { ky: '2.1.0' } } });
      const tarball = await fetch(versions['0.1.0']?.dist.tarball ?? '');
      expect(await tarball.text()).toBe('a tarball');
      expect((await fetch(`${registry.url}/ky`)).status).toBe(404);
    } finally {
      await registry.close();
    }
  });
});
