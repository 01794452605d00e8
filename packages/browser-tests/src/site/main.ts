import { fileURLToPath } from 'node:url';
import { openBrowser } from '../open-browser.ts';
import { trySite } from './try-site.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const [, , folder = `${root}.cache/site`] = process.argv;

const browser = await openBrowser();
try {
  const repository = { url: 'https://github.com/bayar-js/bayar', root };
  process.stdout.write(`${JSON.stringify(await trySite(browser, { folder, repository }))}\n`);
} finally {
  await browser.close();
}
