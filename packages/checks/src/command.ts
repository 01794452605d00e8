import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Context } from './check.ts';

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What to run, and where below the repository. */
export interface Command {
  readonly program: string;
  readonly options?: readonly string[];
  /** Absolute; default: the repository. */
  readonly in?: string;
  /** Besides the environment of this run. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs one of the workspace's programs to its end, on the workspace's own Node.
 *
 * @throws Error when it cannot be started, or the run is interrupted.
 */
export function runCommand({ workspace, signal }: Context, command: Command): Promise<Ended> {
  const path = [join(workspace.root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command.program, command.options ?? [], {
      cwd: command.in ?? workspace.root,
      env: { ...process.env, ...command.env, PATH: path, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** The first lines of what a program printed, for a finding that has nothing better. */
export function excerpt({ stdout, stderr }: Ended, lines = 40): string {
  return `${stdout}\n${stderr}`.trim().split('\n').slice(0, lines).join('\n');
}
