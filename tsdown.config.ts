import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsdown';
import { publishedModules, type Manifest } from './packages/checks/src/manifest.ts';

// One configuration for every package, read in the package's folder: what it publishes says what is built.
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
// A little of each: bundled with its licence, so that users do not install it.
const LICENCES = { 'date-fns': 'LICENSE.md', 'ipaddr.js': 'LICENSE' };
const bundled = Object.entries(LICENCES).filter(([name]) => Object.hasOwn(manifest.devDependencies ?? {}, name));

export default defineConfig({
  entry: Object.fromEntries(publishedModules(manifest).map((name) => [name, `src/${name}.ts`])),
  platform: 'neutral',
  // Neutral reads no main fields by itself, and what is bundled may have nothing else.
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  target: 'es2022',
  dts: true,
  // `#crypto` and its like are chosen where the package runs, by its `imports`.
  external: [/^#/, /^node:/],
  noExternal: bundled.map(([name]) => new RegExp(`^${name}(/|$)`)),
  copy: bundled.map(([name, file]) => ({
    from: `node_modules/${name}/${file}`,
    to: `dist/licenses/${name}.md`,
  })),
});
