import { readFile } from 'node:fs/promises';
import { createPackageFromTarballData, type Package as Contents } from '@arethetypeswrong/core';
import type { Context } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import type { Manifest } from '../manifest.ts';
import type { Package } from '../workspace.ts';

/** What users would download. */
export interface Tarball {
  /** The package's folder in the workspace. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Text of every file, by path below the package. */
  readonly files: ReadonlyMap<string, string>;
  /** Compressed size. */
  readonly bytes: number;
}

/** A tarball, its bytes, and its contents as the type checker of packages takes them. */
export interface Packed extends Tarball {
  readonly contents: Contents;
  readonly data: Buffer;
}

/** Packs a package as it would be published. */
export async function pack(context: Context, { folder, path }: Package, destination: string): Promise<Packed> {
  const options = ['pack', '--json', '--pack-destination', destination];
  const ended = await runCommand(context, { program: 'pnpm', options, in: path });
  if (ended.code !== 0) throw new Error(`${folder} cannot be packed: ${excerpt(ended)}`);
  const { filename } = JSON.parse(ended.stdout) as { filename: string };
  const data = await readFile(filename);
  const contents = createPackageFromTarballData(data);
  const prefix = `/node_modules/${contents.packageName}/`;
  const paths = contents.listFiles().map((file) => file.slice(prefix.length));
  const files = new Map(paths.map((file) => [file, contents.readFile(prefix + file)]));
  const manifest = JSON.parse(files.get('package.json') ?? '{}') as Manifest;
  return { folder, manifest, files, bytes: data.length, contents, data };
}
