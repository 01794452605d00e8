import { parseAmount } from './amount.ts';
import { valueAt } from './json.ts';
import type { JsonObject } from './json.ts';
import { invalidFormat, missingField } from './response-case.ts';
import type { ResponseCase } from './response-case.ts';

/** What a text field must look like. */
export interface TextRule {
  readonly max: number;
  readonly oneOf?: readonly string[];
  readonly matches?: (text: string) => boolean;
}

/** Reads the fields of one body and remembers the first that is missing or malformed. */
export interface FieldReader {
  readonly text: (path: string, rule: TextRule) => string;
  readonly optionalText: (path: string, rule: TextRule) => string | undefined;
  /** Sen of a money object: `value` with two decimals, above zero, `currency` IDR. */
  readonly amount: (path: string) => number;
  /** Notes a problem found elsewhere. */
  readonly reject: (problem: ResponseCase) => void;
  readonly problem: () => ResponseCase | undefined;
}

/** A reader that names fields by their dotted path. */
export function readFields(body: JsonObject): FieldReader {
  let first: ResponseCase | undefined;
  const reject = (problem: ResponseCase): void => void (first ??= problem);

  function optionalText(path: string, rule: TextRule): string | undefined {
    const value = valueAt(body, path);
    if (isAbsent(value)) return undefined;
    if (typeof value === 'string' && fits(value, rule)) return value;
    reject(invalidFormat(path));
    return undefined;
  }

  function text(path: string, rule: TextRule): string {
    if (isAbsent(valueAt(body, path))) reject(missingField(path));
    return optionalText(path, rule) ?? '';
  }

  function amount(path: string): number {
    const value = text(`${path}.value`, { max: 16, matches: (candidate) => parseAmount(candidate) !== undefined });
    text(`${path}.currency`, { max: 3, oneOf: ['IDR'] });
    return parseAmount(value) ?? 0;
  }

  return { text, optionalText, amount, reject, problem: () => first };
}

/** The official libraries send what is not set as null or as an empty string. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function fits(text: string, rule: TextRule): boolean {
  if (text.length > rule.max) return false;
  if (rule.oneOf && !rule.oneOf.includes(text)) return false;
  return rule.matches?.(text) ?? true;
}
