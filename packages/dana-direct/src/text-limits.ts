import type { Issue } from '@bayar/core';

/** The longest text of each field. */
export type TextLimits<Field extends string = string> = Readonly<Record<Field, number>>;

/** Every text that is empty or longer than DANA takes. What is left out is fine. */
export function checkTexts<Field extends string>(
  at: string,
  texts: Readonly<Partial<Record<NoInfer<Field>, string | undefined>>>,
  limits: TextLimits<Field>,
): readonly Issue[] {
  const fields = Object.keys(limits) as Field[];
  return fields
    .filter((field) => !fits(texts[field], limits[field]))
    .map((field) => ({
      field: `${at}.${field}`,
      rule: `must be text of 1 to ${String(limits[field])} characters.`,
      fix: 'Shorten it, or leave it out.',
    }));
}

function fits(text: unknown, maxLength: number): boolean {
  return text === undefined || (typeof text === 'string' && text !== '' && text.length <= maxLength);
}

/** What is wrong with text that must be JSON of at most 4096 characters. */
export function checkExtendInfo(field: string, text: string | undefined): readonly Issue[] {
  if (text === undefined || (text.length <= 4_096 && isJson(text))) return [];
  return [{ field, rule: 'must be JSON of at most 4096 characters.', fix: 'Write it with JSON.stringify.' }];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
