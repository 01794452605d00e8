import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsdown';
import { publishedModules, type Manifest } from './packages/checks/src/manifest.ts';

// One configuration for every package, read in the package's folder: what it publishes says what is built.
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
// A few functions of a library of ten megabytes: bundled, so that users do not install it, with its licence.
const bundled = ['date-fns'].filter((name) => Object.hasOwn(manifest.devDependencies ?? {}, name));

export default defineConfig({
  entry: Object.fromEntries(publishedModules(manifest).map((name) => [name, `src/${name}.ts`])),
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  // `#crypto` and its like are chosen where the package runs, by its `imports`.
  external: [/^#/, /^node:/],
  noExternal: bundled.map((name) => new RegExp(`^${name}(/|$)`)),
  copy: bundled.map((name) => ({
    from: `node_modules/${name}/LICENSE.md`,
    to: `dist/licenses/${name.replace('/', '-')}.md`,
  })),
});
