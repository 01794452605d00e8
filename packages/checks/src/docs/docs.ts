import type { Check, Context, Finding } from '../check.ts';
import { checkLinks } from './links.ts';
import { checkPitfalls } from './pitfalls.ts';
import { checkReference } from './reference/reference.ts';
import { checkSite } from './site.ts';
import { checkSnippets } from './snippets/snippets.ts';

/** What the documentation says still holds. */
export const docs: Check = {
  name: 'docs',
  about: 'the site builds and holds in a browser, every link arrives, every snippet runs, every pitfall names a test',
  run: async (context) => {
    const found = await Promise.all([
      checkPages(context),
      checkSnippets(context),
      checkPitfalls(context),
      checkLinks(context),
    ]);
    return found.flat();
  },
};

// The site is built over the reference.
async function checkPages(context: Context): Promise<Finding[]> {
  const reference = await checkReference(context);
  return reference.length > 0 ? reference : checkSite(context);
}
