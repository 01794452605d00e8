import { rolldown } from 'rolldown';
import { fileURLToPath } from 'node:url';

/** A bundled worker: text by file name, the entry first. */
export type Bundle = ReadonlyMap<string, string>;

// The conditions a worker's build resolves with; before them ours, so that no build stands between an edit and a test.
const CONDITIONS = ['@bayar/source', 'workerd', 'worker', 'browser', 'import', 'default'];

/** Bundles the worker as a merchant's build would: from our sources, or from the packages installed beside `BAYAR_WORKER`. */
export async function bundleWorker(): Promise<Bundle> {
  const input = process.env['BAYAR_WORKER'] ?? fileURLToPath(new URL('../src/worker.ts', import.meta.url));
  const bundling = await rolldown({
    input,
    platform: 'neutral',
    external: /^cloudflare:/,
    resolve: { conditionNames: CONDITIONS, mainFields: ['browser', 'module', 'main'] },
    // What does not resolve is left in the bundle, and the worker does not start.
    onLog: () => undefined,
  });
  const { output } = await bundling.generate({ format: 'esm', minify: true });
  await bundling.close();
  return new Map(output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part.code] as const] : [])));
}
