import type { Snippet } from './snippet.ts';

/** A snippet as a module of its own. */
export interface Module extends Snippet {
  /** Its page, relative to the repository. */
  readonly page: string;
  /** Absolute. */
  readonly path: string;
}
