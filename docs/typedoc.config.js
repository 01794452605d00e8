// @ts-check
import { publicModules } from '../packages/checks/src/manifest.ts';
import { loadWorkspace, publicPackages } from '../packages/checks/src/workspace.ts';

const entryPoints = publicPackages(await loadWorkspace()).flatMap(({ folder, manifest }) =>
  Object.values(publicModules(manifest)).map((module) => `../packages/${folder}/src/${module}.ts`),
);

/** @type {Partial<import('typedoc').TypeDocOptions> & Record<string, unknown>} */
const options = {
  plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
  name: 'Bayar',
  entryPoints,
  tsconfig: './tsconfig.json',
  out: './reference',
  docsRoot: '.',
  entryFileName: 'index',
  readme: 'none',
  excludeInternal: true,
  excludePrivate: true,
  treatWarningsAsErrors: true,
  // The links are the published ones, wherever the clone this is built in came from.
  disableGit: true,
  sourceLinkTemplate: 'https://github.com/bayar-js/bayar/blob/main/{path}#L{line}',
  basePath: '..',
};

export default options;
