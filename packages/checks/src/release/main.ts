import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildAndPack } from '../packaging/built.ts';
import { loadWorkspace } from '../workspace.ts';

/** Builds every public package and leaves its tarball in a folder, to be published by something that runs none of this. */
async function main(folder: string): Promise<number> {
  const built = await buildAndPack({ workspace: await loadWorkspace(), signal: new AbortController().signal });
  if ('broken' in built) {
    for (const { where, problem } of built.broken) process.stderr.write(`${where}: ${problem}\n`);
    return 1;
  }
  await mkdir(folder, { recursive: true });
  for (const { folder: name, manifest, data } of built.packed) {
    const file = `bayar-${name}-${manifest.version ?? '0.0.0'}.tgz`;
    await writeFile(join(folder, file), data);
    process.stdout.write(`${file}\n`);
  }
  return 0;
}

process.exitCode = await main(resolve(process.argv[2] ?? 'tarballs'));
