import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Bindings } from 'cloudflare:workers';
import { bundleWorker, type Bundle } from './bundle.ts';

// It has no types, and its main module exports where the program of this platform is.
const { default: program } = createRequire(import.meta.url)('workerd') as { default: string };

const START_MS = 30_000;

/** Origins of the worker's two entrances. */
export interface Entrances {
  readonly shop: string;
  readonly counter: string;
}

/** A worker that runs in a process of its own. */
export interface StartedWorker extends Entrances {
  readonly close: () => Promise<void>;
}

/**
 * Starts workerd with the bundled worker, on free ports of this machine.
 *
 * @throws Error with what workerd said when it does not start.
 */
export async function startWorker(accounts: Bindings['ACCOUNTS']): Promise<StartedWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'bayar-worker-'));
  try {
    await write(folder, await bundleWorker(), accounts);
    const { entrances, stop } = await serve(folder);
    const close = async (): Promise<void> => {
      await stop();
      await rm(folder, { recursive: true });
    };
    return { ...entrances, close };
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
}

async function write(folder: string, bundle: Bundle, accounts: Bindings['ACCOUNTS']): Promise<void> {
  for (const [name, code] of bundle) await writeFile(join(folder, name), code);
  await writeFile(join(folder, 'accounts.json'), JSON.stringify(accounts));
  await writeFile(join(folder, 'config.capnp'), configuration([...bundle.keys()]));
}

// A recent date brings Node's modules along unless they are refused: without them, whatever needs one fails.
function configuration(modules: readonly string[]): string {
  const embedded = modules.map((name) => `(name = "${name}", esModule = embed "${name}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "shop", worker = .worker),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [
    (name = "shop", address = "127.0.0.1:0", http = (), service = "shop"),
    (name = "counter", address = "127.0.0.1:0", http = (), service = (name = "shop", entrypoint = "counter")),
  ],
);
const worker :Workerd.Worker = (
  modules = [${embedded.join(', ')}],
  bindings = [(name = "ACCOUNTS", json = embed "accounts.json")],
  compatibilityDate = "2026-11-17",
  compatibilityFlags = ["no_nodejs_compat", "no_nodejs_compat_v2"],
);
`;
}

async function serve(folder: string): Promise<{ entrances: Entrances; stop: () => Promise<void> }> {
  const running = spawn(program, ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  running.once('error', ({ message }) => said.push(message));
  running.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = new Promise((resolve) => running.once('close', resolve));
  const kill = (): void => void running.kill('SIGKILL');
  // It must not outlive a run of tests that ends early.
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  const late = setTimeout(kill, START_MS);
  const entrances = await listening(running.stdio[3] as Readable).finally(() => clearTimeout(late));
  if (entrances !== undefined) return { entrances, stop };
  await stop();
  throw new Error(`workerd does not start: ${said.join('').trim()}`);
}

/** Reads where the worker listens, one line for each entrance; nothing when it ends before. */
async function listening(told: Readable): Promise<Entrances | undefined> {
  const origins = new Map<string, string>();
  for await (const line of createInterface({ input: told })) {
    const { socket, port } = JSON.parse(line) as { socket: string; port: number };
    origins.set(socket, `http://127.0.0.1:${port}`);
    const [shop, counter] = [origins.get('shop'), origins.get('counter')];
    if (shop !== undefined && counter !== undefined) return { shop, counter };
  }
  return undefined;
}
