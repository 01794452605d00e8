/** One thing that is measured. */
export type Case = () => unknown;

/** Microseconds one operation of a case took, round by round. */
export interface Taken {
  /** Processor time of the whole process, its thread pool included: what a busy machine disturbs least. */
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
}

/** How cases are measured. */
export interface Rounds {
  readonly rounds: number;
  /** Calls under way at once. Default 1. */
  readonly concurrency?: number;
  /** How long one case runs in one round. Default 150. */
  readonly batchMs?: number;
}

/** Measures cases in turns, every one in every round, so that what disturbs the machine disturbs all alike. */
export async function measure<Name extends string>(
  cases: Readonly<Record<Name, Case>>,
  { rounds, concurrency = 1, batchMs = 150 }: Rounds,
): Promise<Readonly<Record<Name, Taken>>> {
  const names = Object.keys(cases) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, { cpu: [], wall: [] }])) as unknown as Record<
    Name,
    { cpu: number[]; wall: number[] }
  >;
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, await calibrate(cases[name], batchMs));
  for (let round = 0; round < rounds; round++) {
    // Nobody always goes first.
    for (const name of names.map((_, index) => names[(index + round) % names.length] as Name)) {
      const count = counts.get(name) ?? 1;
      const { cpu, wall } = await timed(() => repeat(cases[name], count, concurrency));
      taken[name].cpu.push(cpu / count);
      taken[name].wall.push(wall / count);
    }
  }
  return taken;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** How many times as much `a` takes as `b`: the median of the ratios within each round. */
export function ratio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((value, index) => value / (b[index] ?? NaN)));
}

/** What remains of each round after what another case took in it. */
export function beyond(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value - (b[index] ?? NaN));
}

async function calibrate(run: Case, batchMs: number): Promise<number> {
  // Twice: the first pass is spent on compiling.
  await during(run, batchMs);
  return Math.max(5, await during(run, batchMs));
}

async function during(run: Case, ms: number): Promise<number> {
  const end = performance.now() + ms;
  let count = 0;
  for (; performance.now() < end; count++) await run();
  return count;
}

async function timed(run: () => Promise<void>): Promise<{ cpu: number; wall: number }> {
  const before = process.cpuUsage();
  const began = performance.now();
  await run();
  const wall = (performance.now() - began) * 1_000;
  const { user, system } = process.cpuUsage(before);
  return { cpu: user + system, wall };
}

async function repeat(run: Case, count: number, concurrency: number): Promise<void> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await run();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
