import type { Check } from '../check.ts';
import { checkPitfalls } from './pitfalls.ts';
import { checkReference } from './reference.ts';
import { checkSnippets } from './snippets.ts';

/** What the documentation says still holds. */
export const docs: Check = {
  name: 'docs',
  about: 'the reference builds without a warning, every snippet compiles, and every pitfall names a test that runs',
  run: async (context) => [
    ...(await checkPitfalls(context)),
    ...(await checkReference(context)),
    ...(await checkSnippets(context)),
  ],
};
