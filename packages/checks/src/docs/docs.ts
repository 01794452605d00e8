import type { Check } from '../check.ts';
import { checkPitfalls } from './pitfalls.ts';
import { checkReference } from './reference.ts';
import { checkSite } from './site.ts';
import { checkSnippets } from './snippets/snippets.ts';

/** What the documentation says still holds. */
export const docs: Check = {
  name: 'docs',
  about:
    'the reference and the site build, every snippet runs and prints what it says, and every pitfall names a test that runs',
  run: async (context) => {
    const reference = await checkReference(context);
    const site = reference.length > 0 ? [] : await checkSite(context);
    return [...reference, ...site, ...(await checkSnippets(context)), ...(await checkPitfalls(context))];
  },
};
