import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SimulatorState } from './state.ts';

const format = 'bayar-simulator-state';
/** Rises when the shape of the state changes; an older file is then refused, as its payments are worth nothing. */
const version = 1;

/** A state file that cannot be used; the message says which and why. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

/** What an earlier run left in a file, or undefined where there is none. Throws `StateFileError`. */
export function readStateFile(path: string): SimulatorState | undefined {
  const text = readText(path);
  return text === undefined ? undefined : parseState(text, path);
}

/** Replaces the file in one step: whoever reads it finds the old state or the new one, never half of either. */
export function writeStateFile(path: string, state: SimulatorState): void {
  const text = JSON.stringify(state);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    // It holds keys; throwaway ones, but nobody else's.
    writeFileSync(temporary, JSON.stringify({ format, version, sha256: digest(text), state: text }), { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    throw new StateFileError(`Cannot write ${path}: ${reasonOf(error)}`);
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new StateFileError(`Cannot read ${path}: ${reasonOf(error)}`);
  }
}

function parseState(text: string, path: string): SimulatorState {
  const file = parseObject(text);
  if (file?.['format'] !== format)
    throw new StateFileError(`${path} is not a state file of this simulator. Choose another path or move it away.`);
  if (file['version'] !== version) {
    throw new StateFileError(`${path} was written by another version of this simulator. Move it away to begin anew.`);
  }
  const { state, sha256 } = file;
  if (typeof state !== 'string' || digest(state) !== sha256) {
    throw new StateFileError(`${path} is damaged: its contents do not match its checksum. Move it away to begin anew.`);
  }
  // The checksum says that these are the bytes this version wrote.
  return JSON.parse(state) as SimulatorState;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
