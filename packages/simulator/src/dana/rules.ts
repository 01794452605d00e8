import { isMessage } from './message.ts';
import type { Message } from './message.ts';
import { isMoney } from './money.ts';
import { parseTimestamp } from './jakarta-time.ts';
import { invalidFormat, missingField } from './refusal.ts';

/** A field that is absent, or not what it should be. */
interface Problem {
  readonly kind: 'missing' | 'format';
  readonly field: string;
}

/** Says what is wrong with one field; nothing, where nothing is. */
export type Rule = (value: unknown, field: string) => readonly Problem[];

/** The fields of an object DANA looks at; others pass unread. */
export type Shape = Readonly<Record<string, Rule>>;

/** Refuses a body as DANA does: what is missing first, then what is malformed (DANA reference §9.6, §9.7). */
export function checkShape(message: Message, shape: Shape): void {
  const problems = inspect(message, shape, '');
  const worst = problems.find(({ kind }) => kind === 'missing') ?? problems[0];
  if (worst) throw worst.kind === 'missing' ? missingField(worst.field) : invalidFormat(worst.field);
}

function inspect(message: Message, shape: Shape, prefix: string): readonly Problem[] {
  return Object.entries(shape).flatMap(([name, rule]) =>
    rule(Object.hasOwn(message, name) ? message[name] : undefined, `${prefix}${name}`),
  );
}

const isAbsent = (value: unknown) => value === undefined || value === null;
const format = (holds: boolean, field: string): readonly Problem[] => (holds ? [] : [{ kind: 'format', field }]);

/** Must be there. An empty text is there, and malformed (DANA reference §7.1, ConsultPay invalid format). */
export const required =
  (rule: Rule): Rule =>
  (value, field) =>
    isAbsent(value) ? [{ kind: 'missing', field }] : rule(value, field);

/** May be absent. */
export const optional =
  (rule: Rule): Rule =>
  (value, field) =>
    isAbsent(value) ? [] : rule(value, field);

/** Text of 1 to `longest` characters. */
export const text =
  (longest: number): Rule =>
  (value, field) =>
    format(typeof value === 'string' && value.length > 0 && value.length <= longest, field);

/** Text of at most `longest` characters. */
export const textOrEmpty =
  (longest: number): Rule =>
  (value, field) =>
    format(typeof value === 'string' && value.length <= longest, field);

/** One of the documented words. */
export const oneOf =
  (words: readonly string[]): Rule =>
  (value, field) =>
    format(typeof value === 'string' && words.includes(value), field);

/** Money; the refusal names the parent object, not its `value`. */
export const money: Rule = (value, field) => format(isMoney(value), field);

/** A date-time in Jakarta. */
export const dateTime: Rule = (value, field) =>
  format(typeof value === 'string' && parseTimestamp(value, 'jakarta') !== undefined, field);

/** An object with rules of its own. */
export const object =
  (shape: Shape): Rule =>
  (value, field) =>
    isMessage(value) ? inspect(value, shape, `${field}.`) : format(false, field);

/** A list, not empty, of objects with rules of their own. */
export const listOf =
  (shape: Shape): Rule =>
  (value, field) =>
    Array.isArray(value) && value.length > 0
      ? value.flatMap((entry: unknown) => object(shape)(entry, field))
      : format(false, field);
