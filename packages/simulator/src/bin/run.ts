import { virtualClock } from '../clock.ts';
import { createSimulator } from '../simulator.ts';
import type { SimulatorSettings } from '../simulator.ts';
import { StateFileError, readStateFile } from '../state-file.ts';
import type { SimulatorState } from '../state.ts';
import { announce } from './announcement.ts';
import { autosave } from './autosave.ts';
import { readKeyPair } from './merchant-key.ts';
import { UsageProblem, readOptions } from './options.ts';
import type { Options } from './options.ts';
import { usage } from './usage.ts';

/** What the command touches outside itself. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly problem: (text: string) => void;
  /** Resolves when the command is to stop. */
  readonly stopped: Promise<void>;
}

/** Runs the command to its end. Answers the exit code: 0, 1 where something is in the way, 2 for a wrong command line. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) terminal.out(usage);
    else await serve(options, terminal);
    return 0;
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    terminal.problem(`bayar-simulator: ${problem}\n`);
    return error instanceof UsageProblem ? 2 : 1;
  }
}

async function serve(options: Options, terminal: Terminal): Promise<void> {
  const state = options.state === undefined ? undefined : readStateFile(options.state);
  const simulator = createSimulator(settingsOf(options, state));
  simulator.control.register(options.endpoints);
  const served = await simulator.listen({ port: options.port, host: options.host });
  try {
    const report = (problem: string) => terminal.problem(`bayar-simulator: ${problem}\n`);
    const save = options.state === undefined ? undefined : autosave(simulator, options.state, report);
    terminal.out(announce(simulator.control, served.room, options.json));
    await terminal.stopped;
    save?.();
  } finally {
    await served.close();
  }
}

function settingsOf(options: Options, state: SimulatorState | undefined): SimulatorSettings {
  const { frozenAt, seed, danaKey, dokuKey } = options;
  const merchantAtDana = danaKey === undefined ? undefined : readKeyPair('--dana-key', danaKey);
  const merchantAtDoku = dokuKey === undefined ? undefined : readKeyPair('--doku-key', dokuKey);
  return {
    ...(frozenAt !== undefined && { clock: virtualClock(Math.max(frozenAt, state?.now ?? 0)) }),
    ...(seed !== undefined && { seed }),
    ...(merchantAtDana && { dana: { merchantKeys: merchantAtDana } }),
    ...(merchantAtDoku && { doku: { account: { merchantKeys: merchantAtDoku } } }),
    ...(state && { state }),
  };
}

/** What a person can do something about; everything else is a fault of the simulator and is thrown. */
function problemOf(error: unknown): string | undefined {
  if (error instanceof UsageProblem) return `${error.message}. See --help.`;
  if (error instanceof StateFileError) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const port = 'port' in error ? `Port ${String(error.port)}` : 'A port';
  if (error.code === 'EADDRINUSE') return `${port} is in use. Choose others with --port, or --port 0 for free ones.`;
  if (error.code === 'EACCES') return `${port} may not be opened by you. Choose others with --port.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return 'This machine has no such address. Check --host.';
  return undefined;
}
