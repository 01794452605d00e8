import type { Check } from '../check.ts';
import { readSources } from '../source-file.ts';
import { acquirerNames } from './acquirer-names.ts';
import { adapterMain } from './adapter-main.ts';
import { fileCycles, packageCycles } from './cycles.ts';
import { fileLength, fileNames } from './file-shape.ts';
import type { ArchitectureRule } from './model.ts';
import { packageArrows } from './package-arrows.ts';
import { soleImporters } from './sole-importers.ts';

/** Every rule of the design that can be read off the sources. */
export const rules: readonly ArchitectureRule[] = [
  packageArrows,
  adapterMain,
  acquirerNames,
  soleImporters,
  packageCycles,
  fileCycles,
  fileLength,
  fileNames,
];

/** The design's rules. */
export const architecture: Check = {
  name: 'architecture',
  about: 'arrows, neutral packages, tables of contents, cycles, names and sizes',
  run: async ({ workspace }) => {
    const model = { packages: workspace.packages, files: await readSources(workspace) };
    return rules.flatMap((rule) => rule(model));
  },
};
