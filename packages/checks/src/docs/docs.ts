import type { Check } from '../check.ts';
import { checkReference } from './reference.ts';
import { checkSnippets } from './snippets.ts';

/** What the documentation says still holds. */
export const docs: Check = {
  name: 'docs',
  about: 'the reference builds without a warning, and every snippet compiles',
  run: async (context) => [...(await checkReference(context)), ...(await checkSnippets(context))],
};
