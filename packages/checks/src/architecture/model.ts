import type { Finding } from '../check.ts';
import type { Manifest } from '../manifest.ts';
import type { SourceFile } from '../source-file.ts';

/** The repository as the rules see it. */
export interface Model {
  readonly packages: readonly { readonly folder: string; readonly manifest: Manifest }[];
  readonly files: readonly SourceFile[];
}

/** One rule of the design: everything that breaks it. */
export type ArchitectureRule = (model: Model) => readonly Finding[];
