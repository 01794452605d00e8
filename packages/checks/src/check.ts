import type { Workspace } from './workspace.ts';

/** One thing that is wrong, and where. */
export interface Finding {
  /** A file, with its line where there is one, or a package. */
  readonly where: string;
  readonly problem: string;
}

/** What a check works with. */
export interface Context {
  readonly workspace: Workspace;
  /** Fires when the run is interrupted. */
  readonly signal: AbortSignal;
}

/** One gate. */
export interface Check {
  readonly name: string;
  readonly about: string;
  /** Resolves to everything that is wrong; nothing when the gate is passed. */
  readonly run: (context: Context) => Promise<readonly Finding[]>;
}
