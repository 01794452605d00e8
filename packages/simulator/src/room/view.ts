import type { html } from 'hono/html';
import type { Control } from '../control/control.ts';
import type { Language } from '../language.ts';
import { english } from './texts/en.ts';
import type { Texts } from './texts/en.ts';
import { indonesian } from './texts/id.ts';

/** Escaped HTML. */
export type Html = ReturnType<typeof html>;

/** What a page is rendered from. */
export interface View {
  readonly control: Control;
  readonly language: Language;
  readonly texts: Texts;
  /** Path and query of this page, without the language: where forms lead back to. */
  readonly here: string;
}

/** The words of a language. */
export function textsIn(language: Language): Texts {
  return language === 'id' ? indonesian : english;
}
