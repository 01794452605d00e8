import type { Finding } from '../check.ts';
import type { Tarball } from './tarball.ts';

const RUN_AT_INSTALL = ['preinstall', 'install', 'postinstall', 'prepare'];
const BUNDLED = ['date-fns', 'ipaddr.js'];
const MD5_ONLY = 'crypto-js';
const MD5_PACKAGE = 'faspay-dana';
const OF_THE_WORKSPACE = /@bayar\/source|"(?:workspace|catalog):/;

/** What the published package.json may say. */
export function checkManifest(tarball: Tarball): Finding[] {
  const { folder, manifest } = tarball;
  const scripts = Object.keys(manifest.scripts ?? {}).filter((name) => RUN_AT_INSTALL.includes(name));
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const [left] = OF_THE_WORKSPACE.exec(tarball.files.get('package.json') ?? '') ?? [];
  const problems = [
    ...scripts.map((name) => `runs a script at install: ${name}`),
    ...installed
      .filter((name) => BUNDLED.includes(name))
      .map((name) => `makes users install ${name}, which is bundled`),
    ...installed.filter((name) => name === MD5_ONLY && folder !== MD5_PACKAGE).map((name) => `depends on ${name}`),
    ...(left === undefined ? [] : [`still says ${left}, which means nothing outside the workspace`]),
  ];
  return problems.map((problem) => ({ where: `packages/${folder}/package.json`, problem }));
}
