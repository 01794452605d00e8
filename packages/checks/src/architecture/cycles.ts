import { resolveImport, type SourceFile } from '../source-file.ts';
import type { ArchitectureRule } from './model.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** No package depends on itself, through however many others. */
export const packageCycles: ArchitectureRule = ({ packages }) => {
  const folders = new Map(packages.map(({ folder, manifest }) => [manifest.name, folder]));
  const graph = new Map(
    packages.map(({ folder, manifest }) => {
      const names = Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.peerDependencies,
      });
      return [folder, names.flatMap((name) => folders.get(name) ?? [])];
    }),
  );
  return cyclesIn(graph).map((cycle) => ({ where: 'packages', problem: `depend on each other: ${describe(cycle)}` }));
};

/** No file imports itself, through however many others, types included: the linter sees no cycle of types. */
export const fileCycles: ArchitectureRule = ({ files }) => {
  const graph = new Map(files.map((file) => [file.path, relativeImports(file)]));
  return cyclesIn(graph).map((cycle) => ({ where: cycle[0] ?? '', problem: `imports itself: ${describe(cycle)}` }));
};

function relativeImports({ path, imports }: SourceFile): string[] {
  return imports.filter((specifier) => specifier.startsWith('.')).map((specifier) => resolveImport(path, specifier));
}

function describe(cycle: readonly string[]): string {
  return [...cycle, ...cycle.slice(0, 1)].join(' → ');
}

/** One cycle for each node that closes one, found depth first. */
function cyclesIn(graph: Graph): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) cycles.push(trail.slice(at));
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}
