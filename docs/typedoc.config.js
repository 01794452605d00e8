// @ts-check
import { publicModules } from '../packages/checks/src/manifest.ts';
import { loadWorkspace, publicPackages } from '../packages/checks/src/workspace.ts';

const entryPoints = publicPackages(await loadWorkspace()).flatMap(({ folder, manifest }) =>
  Object.values(publicModules(manifest)).map((module) => `../packages/${folder}/src/${module}.ts`),
);

/** @type {Partial<import('typedoc').TypeDocOptions>} */
const options = {
  name: 'Bayar',
  entryPoints,
  tsconfig: './tsconfig.json',
  out: './reference',
  readme: 'none',
  excludeInternal: true,
  excludePrivate: true,
  treatWarningsAsErrors: true,
};

export default options;
