import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isAdapter } from '../architecture/arrows.ts';
import type { Finding } from '../check.ts';
import { bundleForEdge } from './edge-bundle.ts';
import type { Tarball } from './tarball.ts';

/** What a worker with one adapter weighs, minified and compressed, in bytes. */
export interface WorkerSize {
  /** What is loaded before the first request. */
  readonly entry: number;
  /** What is loaded when it is first needed: what few merchants switch on, such as account binding. */
  readonly late: number;
}

/** Most bytes of an adapter's worker. Raising one is a decision: say in the commit what the bytes buy. */
const BUDGETS: Readonly<Record<string, WorkerSize>> = {
  'dana-direct': { entry: 24_900, late: 7_700 },
  'doku-dana': { entry: 20_800, late: 0 },
  'faspay-dana': { entry: 21_900, late: 4_100 },
};

/** What an adapter nobody set a budget for may weigh. */
const BUDGET: WorkerSize = { entry: 20_000, late: 4_000 };

/** The most that a worker with the adapter in that folder may weigh. */
export function workerBudget(folder: string): WorkerSize {
  return BUDGETS[folder] ?? BUDGET;
}

/** Weighs a worker that uses one installed adapter and nothing else. */
export async function checkWorkerSize({ folder, manifest }: Tarball, staging: string): Promise<Finding[]> {
  if (!isAdapter(folder)) return [];
  const size = await weighWorker(manifest.name, join(staging, `worker-${folder}.js`));
  const budget = workerBudget(folder);
  return (['entry', 'late'] as const)
    .filter((part) => size[part] > budget[part])
    .map((part) => ({
      where: `packages/${folder}`,
      problem: `weighs ${size[part]} bytes compressed in a worker (${part}): at most ${budget[part]}`,
    }));
}

/** Bundles the adapter of an installed package for a worker, in a file of its own, and weighs it. */
export async function weighWorker(name: string, entry: string): Promise<WorkerSize> {
  const program = `export { adapter } from ${JSON.stringify(name)};\n`;
  const chunks = await bundleForEdge(program, entry, 'shaken');
  const first = chunks.filter(({ isEntry }) => isEntry).flatMap((chunk) => [chunk.fileName, ...chunk.imports]);
  const weigh = (eager: boolean): number =>
    chunks
      .filter(({ fileName }) => first.includes(fileName) === eager)
      .reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  return { entry: weigh(true), late: weigh(false) };
}
