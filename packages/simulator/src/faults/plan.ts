import type { RandomSource } from '../random.ts';
import { faultKinds } from './fault.ts';
import type { CallFault, Fault, NotificationFault, Occasion, ReturnFault } from './fault.ts';
import { checkRule, isAbout } from './rule.ts';
import type { Happening, PlannedFault } from './rule.ts';

/** A fault that came, and what it befell: itself a rule, which makes the same call of a fresh simulator fail the same way. */
export type BefallenFault = Required<Pick<PlannedFault, 'acquirer' | 'nth' | 'fault'>> & {
  readonly operation: string;
};

/** What goes wrong, and what went wrong. */
export interface Faults {
  /** Adds a rule; of several that are about one call, the first added befalls it. Throws where it makes no sense. */
  readonly add: (planned: PlannedFault) => void;
  /** Takes every rule away. What befell stays on record. */
  readonly clear: () => void;
  /** The rules, in the order they were added, used up or not. */
  readonly planned: () => readonly PlannedFault[];
  /** Every fault that came, oldest first: added to a fresh simulator before its first call, they come again. */
  readonly befallen: () => readonly BefallenFault[];
}

/** Where the simulator asks what goes wrong now. Asking counts. */
export interface FaultDraw {
  /** Whether there is any rule, so that looking for a reference is worth the while. */
  readonly armed: () => boolean;
  readonly call: (happening: Happening) => CallFault | undefined;
  readonly notification: (happening: Omit<Happening, 'operation'>) => NotificationFault | undefined;
  readonly homecoming: (happening: Omit<Happening, 'operation'>) => ReturnFault | undefined;
}

interface StandingRule {
  readonly planned: PlannedFault;
  readonly random: RandomSource;
  seen: number;
  left: number;
}

/** No rules yet. Each draws its chances from a source of its own, so that one rule does not disturb another. */
export function createFaults(randomOf: (name: string) => RandomSource): Faults & FaultDraw {
  let rules: StandingRule[] = [];
  let added = 0;
  const befallen: BefallenFault[] = [];
  const calls = new Map<string, number>();

  function meet<F extends Fault>(happening: Happening, befalls: (fault: Fault) => fault is F): F | undefined {
    const key = `${happening.acquirer}/${happening.operation}`;
    const nth = (calls.get(key) ?? 0) + 1;
    calls.set(key, nth);
    let met: F | undefined;
    for (const rule of rules) {
      const { fault } = rule.planned;
      if (!befalls(fault) || !isAbout(rule.planned, happening)) continue;
      rule.seen += 1;
      if (met === undefined && strikes(rule)) met = fault;
    }
    if (met) befallen.push({ acquirer: happening.acquirer, operation: happening.operation, nth, fault: met });
    return met;
  }

  return {
    add(planned) {
      checkRule(planned);
      const left = planned.times === 'always' ? Number.POSITIVE_INFINITY : (planned.times ?? 1);
      rules.push({ planned, random: randomOf(`fault ${added++}`), seen: 0, left });
    },
    clear: () => void (rules = []),
    planned: () => rules.map(({ planned }) => planned),
    befallen: () => [...befallen],
    armed: () => rules.length > 0,
    call: (happening) => meet(happening, isCallFault),
    notification: (happening) => meet({ ...happening, operation: 'notification' }, isNotificationFault),
    homecoming: (happening) => meet({ ...happening, operation: 'return' }, isReturnFault),
  };
}

const occasionOf = (fault: Fault): Occasion => faultKinds[fault.type].occasion;
const isCallFault = (fault: Fault): fault is CallFault => occasionOf(fault) === 'call';
const isNotificationFault = (fault: Fault): fault is NotificationFault => occasionOf(fault) === 'notification';
const isReturnFault = (fault: Fault): fault is ReturnFault => occasionOf(fault) === 'return';

/** Whether the rule befalls the call it was just shown; if so, one occurrence is used up. */
function strikes(rule: StandingRule): boolean {
  const { nth = 1, probability = 1 } = rule.planned;
  if (rule.left === 0 || rule.seen < nth) return false;
  if (probability < 1 && rule.random.chance() >= probability) return false;
  rule.left -= 1;
  return true;
}
