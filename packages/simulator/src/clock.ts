/** A piece of work the clock runs when its time comes. */
export type ClockTask = () => void | Promise<void>;

/** The simulator's only source of time: expiries, retry schedules and timestamps all follow it. */
export interface SimulatorClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs the task once, `ms` from now. The returned function takes it off the schedule. */
  readonly after: (ms: number, task: ClockTask) => () => void;
  /** Lets `ms` pass at once: jumps there and runs what falls due, in order. */
  readonly advance: (ms: number) => Promise<void>;
  /** How far it was advanced ahead of the machine's clock, in milliseconds; absent where it does not follow that. */
  readonly lead?: () => number;
  /** Goes back to the machine's time. What happened stays. */
  readonly rejoin?: () => void;
}

/** Longest delay a Node timer can hold; a longer one would fire at once. */
const longestTimerMs = 2_147_483_647;

/** The machine's clock, which can be advanced ahead of the machine. Its timers never keep the process alive. */
export function realClock(): SimulatorClock {
  const agenda = new Set<Scheduled>();
  let lead = 0;
  let timer: NodeJS.Timeout | undefined;
  const now = () => Date.now() + lead;

  function arm(): void {
    clearTimeout(timer);
    const next = earliest(agenda, Number.POSITIVE_INFINITY);
    if (next) timer = setTimeout(ring, Math.min(Math.max(0, next.dueAt - now()), longestTimerMs)).unref();
  }

  function ring(): void {
    for (let next = earliest(agenda, now()); next; next = earliest(agenda, now())) {
      agenda.delete(next);
      void next.task();
    }
    arm();
  }

  return {
    now,
    after(ms, task) {
      const cancel = schedule(agenda, now() + Math.max(0, ms), task);
      arm();
      return cancel;
    },
    async advance(ms) {
      const end = now() + ms;
      await runUntil(agenda, end, (at) => void (lead += Math.max(0, at - now())));
      lead += Math.max(0, end - now());
      arm();
    },
    lead: () => lead,
    rejoin() {
      lead = 0;
      arm();
    },
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
  const agenda = new Set<Scheduled>();

  return {
    now: () => now,
    after: (ms, task) => schedule(agenda, now + Math.max(0, ms), task),
    async advance(ms) {
      const end = now + ms;
      await runUntil(agenda, end, (at) => void (now = Math.max(now, at)));
      now = Math.max(now, end);
    },
  };
}

let scheduled = 0;

function schedule(agenda: Set<Scheduled>, dueAt: number, task: ClockTask): () => void {
  const entry: Scheduled = { dueAt, order: scheduled++, task };
  agenda.add(entry);
  return () => void agenda.delete(entry);
}

/** Runs what falls due, in order; what that schedules in turn too. */
async function runUntil(agenda: Set<Scheduled>, end: number, goTo: (at: number) => void): Promise<void> {
  for (let next = earliest(agenda, end); next; next = earliest(agenda, end)) {
    agenda.delete(next);
    goTo(next.dueAt);
    await next.task();
  }
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
    ...(clock.lead && { lead: clock.lead }),
    ...(clock.rejoin && { rejoin: clock.rejoin }),
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
