// @ts-check
import { byTask } from '../packages/checks/src/docs/reference/by-task.ts';
import { TASKS } from '../packages/checks/src/docs/reference/tasks.ts';
import { publicModules } from '../packages/checks/src/manifest.ts';
import { loadWorkspace, publicPackages } from '../packages/checks/src/workspace.ts';

const modules = publicPackages(await loadWorkspace()).flatMap(({ folder, manifest }) =>
  Object.entries(publicModules(manifest)).map(([subpath, module]) => ({
    source: `packages/${folder}/src/${module}`,
    name: manifest.name + subpath.slice(1),
    about: subpath === '.' ? manifest.description : undefined,
  })),
);

// Typedoc names a module by its path, without the `index` a folder stands for.
const publicly = new Map(modules.map(({ source, ...module }) => [source.replace(/\/index$/, ''), module]));

/** @type {Partial<import('typedoc').TypeDocOptions> & Record<string, unknown>} */
const options = {
  sidebar: { autoConfiguration: false },
  plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme', byTask(publicly)],
  name: 'Reference',
  entryPoints: modules.map(({ source }) => `../${source}.ts`),
  router: 'module',
  excludeScopesInPaths: true,
  groupOrder: TASKS.map(({ title }) => title),
  sort: ['kind', 'source-order'],
  kindSortOrder: ['Function', 'Variable', 'Interface', 'TypeAlias', 'Class'],
  // Vitepress makes other anchors than the plugin links to, unless it is told.
  useCustomAnchors: true,
  hideBreadcrumbs: true,
  indexFormat: 'table',
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  propertyMembersFormat: 'table',
  typeDeclarationFormat: 'table',
  tableColumnSettings: { hideSources: true, hideInherited: true, hideOverrides: true, hideModifiers: true },
  excludeExternals: true,
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
  sourceLinkTemplate: 'https://github.com/bayar-js/bayar/blob/main/packages/{path}#L{line}',
  basePath: '..',
};

export default options;
