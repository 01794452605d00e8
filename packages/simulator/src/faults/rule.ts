import type { Acquirer } from '../acquirer.ts';
import { faultKinds } from './fault.ts';
import type { Fault } from './fault.ts';

/** A fault and what it befalls. Plain JSON; whatever is left out is anything. */
export interface PlannedFault {
  readonly acquirer?: Acquirer;
  /** The acquirer's name of the operation, or several: `createOrder`, `payment`, `postData`, … Calls alone have one. */
  readonly operation?: string | readonly string[];
  /** The merchant's payment reference, as on the wire; `*` stands for any characters. */
  readonly reference?: string;
  /** The first of the matching calls it befalls, counted from 1 and from when the rule was added; 1 unless told. */
  readonly nth?: number;
  /** How many calls it befalls; one unless told. */
  readonly times?: number | 'always';
  /** How likely it befalls each of them, from 0 to 1, drawn from the simulator's seed; certain unless told. */
  readonly probability?: number;
  readonly fault: Fault;
}

/** Something a fault may befall. */
export interface Happening {
  readonly acquirer: Acquirer;
  /** `notification` and `return` where it is no call. */
  readonly operation: string;
  readonly reference: string;
}

/** Whether a rule is about a happening, its counts and chances aside. */
export function isAbout(rule: PlannedFault, happening: Happening): boolean {
  const operations = typeof rule.operation === 'string' ? [rule.operation] : rule.operation;
  return (
    (rule.acquirer === undefined || rule.acquirer === happening.acquirer) &&
    (operations === undefined || operations.includes(happening.operation)) &&
    (rule.reference === undefined || matches(rule.reference, happening.reference))
  );
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

/** Refuses a rule that could never befall anything; rules come from files and forms, too. */
export function checkRule({ fault, operation, nth = 1, times = 1, probability = 1 }: PlannedFault): void {
  checkFault(fault, operation);
  checkCount('nth', nth);
  if (times !== 'always') checkCount('times', times);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability is from 0 to 1, not ${probability}`);
}

function checkFault({ type }: Fault, operation: PlannedFault['operation']): void {
  if (!Object.hasOwn(faultKinds, type)) throw new RangeError(`There is no fault ${type}`);
  const { occasion } = faultKinds[type];
  if (occasion !== 'call' && operation !== undefined && operation !== occasion)
    throw new RangeError(`${type} befalls no operation`);
}

function checkCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} counts from 1, and is not ${value}`);
}
