import { defineConfig } from 'vitest/config';

// Vitest 4 and later do not read this file name by themselves: every script passes it with --config.
export default defineConfig({
  test: {
    projects: [
      {
        // Packages resolve to their sources, so no build stands between an edit and a test.
        resolve: { conditions: ['@bayar/source'] },
        ssr: { resolve: { conditions: ['@bayar/source', 'node'] } },
        test: {
          name: 'node',
          include: ['packages/*/{src,test}/**/*.test.ts', 'docs/examples/*/test/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
