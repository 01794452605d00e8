import { join } from 'node:path';
import { isAdapter } from './architecture/arrows.ts';
import type { Context } from './check.ts';
import { createProject, weighProject, type Installed } from './consumers/project.ts';
import { serveRegistry, type Registry } from './consumers/registry.ts';
import { buildAndPack } from './packaging/built.ts';
import { install, stagingOf } from './packaging/staging.ts';
import { weighWorker, workerBudget, type WorkerSize } from './packaging/worker-size.ts';
import { loadWorkspace, publicPackages } from './workspace.ts';

/** What one adapter, as it would be published, adds to a project. */
export interface Weight {
  readonly adapter: string;
  readonly worker: WorkerSize;
  /** The most its worker may weigh. */
  readonly budget: WorkerSize;
  readonly installed: Installed;
}

/** What adapters weigh, and other packages beside them. */
export interface Weights {
  readonly adapters: readonly Weight[];
  readonly others: Readonly<Record<string, Installed>>;
}

/** Packs every adapter, bundles it for a worker and installs it in a project of its own; installs the others too. */
export async function weigh(others: readonly string[]): Promise<Weights> {
  const context: Context = { workspace: await loadWorkspace(), signal: new AbortController().signal };
  const built = await buildAndPack(context);
  if ('broken' in built) throw new Error(JSON.stringify(built.broken));
  await install(context.workspace, built.packed);
  const registry = await serveRegistry(built.packed);
  try {
    const adapters: Weight[] = [];
    for (const { folder, manifest } of publicPackages(context.workspace).filter((each) => isAdapter(each.folder))) {
      const worker = await weighWorker(manifest.name, join(stagingOf(context.workspace), `worker-${folder}.js`));
      const installed = await weighInstalled(context, registry, manifest.name);
      adapters.push({ adapter: folder, worker, budget: workerBudget(folder), installed });
    }
    const weighed: Record<string, Installed> = {};
    for (const name of others) weighed[name] = await weighInstalled(context, registry, name);
    return { adapters, others: weighed };
  } finally {
    await registry.close();
  }
}

async function weighInstalled(context: Context, registry: Registry, name: string): Promise<Installed> {
  const project = await createProject(context, registry, [name]);
  try {
    return await weighProject(project);
  } finally {
    await project.remove();
  }
}
