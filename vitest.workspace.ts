import { defineConfig } from 'vitest/config';

// `#crypto` lists these before `node`, so the edge project loads what an edge runtime loads.
const edge = ['@bayar/source', 'edge-light'];

// Vitest 4 and later do not read this file name by themselves: every script passes it with --config.
export default defineConfig({
  test: {
    // Properties and official SDKs take their time on a busy machine; nothing here asserts a duration.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        // Packages resolve to their sources, so no build stands between an edit and a test.
        resolve: { conditions: ['@bayar/source'] },
        ssr: { resolve: { conditions: ['@bayar/source', 'node'] } },
        test: {
          name: 'node',
          include: ['packages/*/{src,test}/**/*.test.ts', 'docs/examples/*/test/**/*.test.ts'],
          environment: 'node',
          provide: { implementation: 'node' },
        },
      },
      {
        resolve: { conditions: edge },
        ssr: { target: 'webworker', resolve: { conditions: edge, externalConditions: edge } },
        test: {
          name: 'edge',
          // What needs Node itself (sockets, child processes, its crypto) says so in its name.
          include: [
            'packages/{core,bi-snap}/test/**/*.test.ts',
            'packages/{dana-direct,doku-dana,faspay-dana}/test/vectors*.test.ts',
            'packages/dana-direct/test/widget/vectors.test.ts',
            'packages/faspay-dana/test/{md5,notification-source,notification-xml}.test.ts',
          ],
          exclude: ['**/*.node.test.ts'],
          environment: 'edge-runtime',
          provide: { implementation: 'web' },
        },
      },
    ],
  },
});
