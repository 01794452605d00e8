import type { Model } from '../src/architecture/model.ts';
import type { Manifest } from '../src/manifest.ts';
import { sourceFile } from '../src/source-file.ts';

/** A repository made of these files, and of these package.json beside their names. */
export function repository(
  files: Readonly<Record<string, string>>,
  manifests: Readonly<Record<string, Partial<Manifest>>> = {},
): Model {
  const sources = Object.entries(files).map(([path, text]) => sourceFile(path, text));
  const folders = [...new Set([...sources.map(({ folder }) => folder), ...Object.keys(manifests)])];
  const packages = folders.map((folder) => ({ folder, manifest: { name: `@bayar/${folder}`, ...manifests[folder] } }));
  return { packages, files: sources };
}
