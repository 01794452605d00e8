import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Packages resolve to their sources, and memory is measured after a collection: both are flags of the process.
const script = fileURLToPath(new URL('simulator/main.ts', import.meta.url));
const flags = ['--conditions=@bayar/source', '--expose-gc'];
const { status } = spawnSync(process.execPath, [...flags, script, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
