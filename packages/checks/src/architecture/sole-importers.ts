import type { Finding } from '../check.ts';
import type { SourceFile } from '../source-file.ts';
import { SOLE_IMPORTERS } from './arrows.ts';
import type { ArchitectureRule } from './model.ts';

/** A third party that could be replaced is imported in one place. */
export const soleImporters: ArchitectureRule = ({ files }) =>
  Object.entries(SOLE_IMPORTERS).flatMap(([party, place]) => {
    const importers = files.filter((file) => file.part === 'sources' && importsParty(file, party));
    const astray = importers.filter(({ path }) => !path.startsWith(place));
    const atHome = importers.filter(({ path }) => path.startsWith(place));
    return [
      ...astray.map(({ path }): Finding => ({ where: path, problem: `imports ${party}: only ${place} does` })),
      ...atHome
        .slice(1)
        .map(({ path }): Finding => ({ where: path, problem: `is a second file that imports ${party}` })),
    ];
  });

function importsParty({ imports }: SourceFile, party: string): boolean {
  return imports.some((specifier) => specifier === party || specifier.startsWith(`${party}/`));
}
