import type { Context, Finding } from '../check.ts';
import { createProject, weighProject, type Installed } from './project.ts';
import type { Registry } from './registry.ts';

/** Most bytes an install of one adapter takes: 3 MiB. */
const MAX_BYTES = 3 * 1_048_576;
/** Most packages: core, the adapter, and two more: the SNAP standard or MD5, and valibot. */
const MAX_PACKAGES = 4;

/** An adapter alone, installed. */
export interface Weighed extends Installed {
  readonly adapter: string;
  readonly findings: readonly Finding[];
}

/** Installs one adapter with what it needs and nothing else, and weighs it. */
export async function weighInstall(context: Context, registry: Registry, adapter: string): Promise<Weighed> {
  const project = await createProject(context, registry, [`@bayar/${adapter}`]);
  try {
    const installed = await weighProject(project);
    const problems = [
      ...(installed.bytes > MAX_BYTES ? [`takes ${installed.bytes} bytes installed: at most ${MAX_BYTES}`] : []),
      ...(installed.names.length > MAX_PACKAGES
        ? [`brings ${installed.names.length} packages, at most ${MAX_PACKAGES}: ${installed.names.join(', ')}`]
        : []),
    ];
    return { adapter, ...installed, findings: problems.map((problem) => ({ where: `packages/${adapter}`, problem })) };
  } finally {
    await project.remove();
  }
}
