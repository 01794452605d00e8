/** A piece of work the clock runs when its time comes. */
export type ClockTask = () => void | Promise<void>;

/** The simulator's only source of time: expiries, retry schedules and timestamps all follow it. */
export interface SimulatorClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs the task once, `ms` from now. The returned function takes it off the schedule. */
  readonly after: (ms: number, task: ClockTask) => () => void;
  /** Lets `ms` pass. A virtual clock jumps there and runs what falls due, in order; a real clock waits. */
  readonly advance: (ms: number) => Promise<void>;
}

/** Longest delay a Node timer can hold; a longer one would fire at once. */
const longestTimerMs = 2_147_483_647;

/** The machine's clock. Its timers never keep the process alive. */
export function realClock(): SimulatorClock {
  return {
    now: () => Date.now(),
    after(ms, task) {
      const timer = setTimeout(() => void task(), Math.min(ms, longestTimerMs)).unref();
      return () => clearTimeout(timer);
    },
    advance: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

interface Scheduled {
  readonly dueAt: number;
  readonly order: number;
  readonly task: ClockTask;
}

/** A clock that stands still until it is advanced: days of retries and expiries run in milliseconds. */
export function virtualClock(startMs: number): SimulatorClock {
  let now = startMs;
  let order = 0;
  const scheduled = new Set<Scheduled>();

  return {
    now: () => now,
    after(ms, task) {
      const entry: Scheduled = { dueAt: now + Math.max(0, ms), order: order++, task };
      scheduled.add(entry);
      return () => void scheduled.delete(entry);
    },
    async advance(ms) {
      const end = now + ms;
      for (let next = earliest(scheduled, end); next; next = earliest(scheduled, end)) {
        scheduled.delete(next);
        now = Math.max(now, next.dueAt);
        await next.task();
      }
      now = Math.max(now, end);
    },
  };
}

/** A clock that lets work under way end before it moves on, so that what that work schedules counts from its own time. */
export function settlingClock(clock: SimulatorClock, settle: () => Promise<void>): SimulatorClock {
  return {
    now: clock.now,
    after: (ms, task) =>
      clock.after(ms, async () => {
        await task();
        await settle();
      }),
    async advance(ms) {
      await settle();
      await clock.advance(ms);
    },
  };
}

function earliest(scheduled: ReadonlySet<Scheduled>, end: number): Scheduled | undefined {
  let first: Scheduled | undefined;
  for (const entry of scheduled) {
    if (entry.dueAt > end) continue;
    if (!first || entry.dueAt < first.dueAt || (entry.dueAt === first.dueAt && entry.order < first.order))
      first = entry;
  }
  return first;
}
