import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The acquirer that always answers the same, on a port of this machine. */
export interface Loopback {
  readonly url: string;
  readonly close: () => void;
}

/** Starts it in a process of its own. */
export async function openLoopback(): Promise<Loopback> {
  const child = fork(fileURLToPath(new URL('acquirer.ts', import.meta.url)), ['serve']);
  const [address] = (await once(child, 'message')) as [{ port: number }];
  return { url: `http://127.0.0.1:${address.port}`, close: () => void child.kill() };
}
