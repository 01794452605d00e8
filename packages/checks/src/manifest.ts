/** A target in package.json: a path, or targets by condition. */
export type Target = string | { readonly [condition: string]: Target };

/** Public subpath or private `#name`, and its target. */
export type Targets = Readonly<Record<string, Target>>;

type Versions = Readonly<Record<string, string>>;

/** What of a package.json the gates read. */
export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly description?: string;
  readonly private?: boolean;
  readonly exports?: Targets;
  readonly imports?: Targets;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly peerDependencies?: Versions;
  readonly publishConfig?: { readonly exports?: Targets; readonly imports?: Targets; readonly bin?: Targets };
}

/** Every path a target can lead to. */
export function pathsOf(target: Target): string[] {
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(pathsOf);
}

/** The modules a package publishes: `index`, `kit/index`; without folder and extension, each once. */
export function publishedModules(manifest: Manifest): string[] {
  const { exports = {}, imports = {}, bin = {} } = manifest.publishConfig ?? {};
  return modulesIn({ ...exports, ...imports, ...bin });
}

/** The modules users can import, by subpath: `.` is `index`. */
export function publicModules(manifest: Manifest): Readonly<Record<string, string>> {
  const found = Object.entries(manifest.publishConfig?.exports ?? {}).flatMap(([subpath, target]) =>
    modulesIn({ [subpath]: target }).map((module): [string, string] => [subpath, module]),
  );
  return Object.fromEntries(found);
}

function modulesIn(targets: Targets): string[] {
  const paths = Object.values(targets).flatMap(pathsOf);
  const scripts = paths.filter((path) => path.startsWith('./dist/') && path.endsWith('.js'));
  return [...new Set(scripts.map((path) => path.slice('./dist/'.length, -'.js'.length)))];
}
