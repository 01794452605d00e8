import { parseJakarta } from './jakarta-time.ts';
import { valueAt } from './message.ts';
import type { Message } from './message.ts';
import { Refusal } from './refusal.ts';

/** What a field must look like. Amounts are read later, because Faspay has a code of its own for them. */
type Form = 'text' | 'digits' | 'date' | 'bill-number' | 'amount' | 'signature' | 'items';

/** One documented request field (Faspay reference §6). */
export interface Field {
  readonly form: Form;
  readonly longest: number;
  readonly mandatory: boolean;
}

/** The documented fields of one call. */
export type FieldTable = Readonly<Record<string, Field>>;

/** A field that must be there and must not be empty. */
export const mandatory = (longest: number, form: Form = 'text'): Field => ({ form, longest, mandatory: true });

/** A field that may be absent or empty. */
export const optional = (longest: number, form: Form = 'text'): Field => ({ form, longest, mandatory: false });

const forms: Readonly<Record<Exclude<Form, 'items'>, (text: string) => boolean>> = {
  text: () => true,
  digits: (text) => /^[0-9]+$/.test(text),
  date: (text) => parseJakarta(text) !== undefined,
  'bill-number': (text) => /^[A-Za-z0-9-]+$/.test(text),
  amount: () => true,
  // What is no signature at all is refused where signatures are compared.
  signature: () => true,
};

/** Refuses a request with fields missing (83, several: 85), unregistered (84) or malformed (30), in that order. */
export function checkFields(message: Message, table: FieldTable, unregistered: 'ignored' | 'refused'): void {
  const missing = Object.keys(table).filter((name) => table[name]?.mandatory && isEmpty(valueAt(message, name)));
  if (missing.length > 0) throw new Refusal(missing.length === 1 ? '83' : '85', missing.join(', '));

  if (unregistered === 'refused') {
    const unknown = Object.keys(message).find((name) => !Object.hasOwn(table, name));
    if (unknown !== undefined) throw new Refusal('84', unknown);
  }
  for (const [name, field] of Object.entries(table)) {
    const value = valueAt(message, name);
    if (!isEmpty(value) && !isWellFormed(value, field)) throw new Refusal('30', name);
  }
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** All values are texts, numbers included (Faspay reference §5.4). Items are looked into by post data. */
function isWellFormed(value: unknown, field: Field): boolean {
  if (field.form === 'items') return typeof value === 'object';
  return typeof value === 'string' && value.length <= field.longest && forms[field.form](value);
}
