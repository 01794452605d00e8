import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = new URL('../../src/', import.meta.url);

describe('the simulator', () => {
  it('FASPAY 13.26: shares no module with the adapters it is tested against', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const imported = [...readFileSync(new URL(file, source), 'utf8').matchAll(/ from '([^']+)'/g)];
      for (const [, specifier] of imported) expect(specifier).not.toMatch(/^@bayar\/|^(\.\.\/){3}/);
    }
  });
});
