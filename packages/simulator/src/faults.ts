import type { Acquirer } from './acquirer.ts';
import type { Context } from './context.ts';

/** Before the operation runs, so nothing happened; or after it took effect, so the caller cannot know. */
export type FaultMoment = 'before' | 'after-commit';

/** Something that goes wrong on the wire. */
export type Fault =
  | { readonly type: 'reset'; readonly when: FaultMoment }
  | { readonly type: 'hang'; readonly when: FaultMoment }
  | {
      readonly type: 'answer';
      readonly when: FaultMoment;
      readonly status: number;
      readonly body: string;
      /** `application/json` unless told. */
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** A fault and the calls it befalls. */
export interface PlannedFault {
  readonly acquirer: Acquirer;
  /** The acquirer's name of the operation, as each half lists them: `createOrder`, `payment`, `postData`, … */
  readonly operation: string;
  /** How many calls it befalls; one unless told. */
  readonly times?: number;
  readonly fault: Fault;
}

/** The faults still to come, in the order they were added. */
export interface Faults {
  readonly add: (planned: PlannedFault) => void;
  readonly clear: () => void;
  /** What is left of the plan. */
  readonly list: () => readonly PlannedFault[];
  /** Uses up one occurrence, if this call is to fail at this moment. */
  readonly take: (acquirer: Acquirer, operation: string, when: FaultMoment) => Fault | undefined;
}

/** An empty plan. */
export function createFaults(): Faults {
  let plans: { readonly planned: PlannedFault; left: number }[] = [];
  return {
    add: (planned) => void plans.push({ planned, left: planned.times ?? 1 }),
    clear: () => void (plans = []),
    list: () => plans.filter(({ left }) => left > 0).map(({ planned, left }) => ({ ...planned, times: left })),
    take(acquirer, operation, when) {
      const plan = plans.find(
        ({ planned, left }) =>
          left > 0 && planned.acquirer === acquirer && planned.operation === operation && planned.fault.when === when,
      );
      if (!plan) return undefined;
      plan.left -= 1;
      return plan.planned.fault;
    },
  };
}

/** Runs one operation under the planned faults: before, commit, after-commit. */
export async function underFaults(
  context: Context,
  operation: string,
  request: Request,
  commit: () => Promise<Response>,
): Promise<Response> {
  const before = context.faults.take(context.acquirer, operation, 'before');
  if (before) return befall(context, operation, request, before);
  const response = await commit();
  const after = context.faults.take(context.acquirer, operation, 'after-commit');
  return after ? befall(context, operation, request, after) : response;
}

function befall(context: Context, operation: string, request: Request, fault: Fault): Promise<Response> {
  context.record({ type: 'fault', detail: { operation, fault: fault.type, when: fault.when } });
  if (fault.type === 'reset') return Promise.reject(connectionReset());
  if (fault.type === 'hang') return hang(request);
  const headers = { 'content-type': fault.contentType ?? 'application/json', ...fault.headers };
  return Promise.resolve(new Response(fault.body, { status: fault.status, headers }));
}

/** Requests that hang: once Node collects a request, the caller's abort signal no longer reaches it. */
const hanging = new Set<Request>();

/** Never answers; gives up only when the caller does. */
function hang(request: Request): Promise<Response> {
  const { signal } = request;
  hanging.add(request);
  return new Promise((_, reject) => {
    const giveUp = () => {
      hanging.delete(request);
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** What `fetch` rejects with when the peer drops the connection. */
export function connectionReset(): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
}

/** Whether an error is a simulated or real connection reset. */
export function isConnectionReset(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    error.cause instanceof Error &&
    'code' in error.cause &&
    error.cause.code === 'ECONNRESET'
  );
}
