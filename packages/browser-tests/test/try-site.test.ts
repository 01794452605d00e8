import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type OpenedBrowser } from '../src/index.ts';
import { trySite } from '../src/site/try-site.ts';

const SEARCH = `<button id="open" onclick="this.nextElementSibling.innerHTML = '<input type=search><p role=option>found</p>'">Search</button><div></div>`;
const page = (body: string, head = '<title>Page</title>'): string =>
  `<!doctype html><html><head><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body><h1>Page</h1><a href="/">Home</a>${body}</body></html>`;
const links = (...targets: readonly string[]): string => targets.map((target) => `<a href="${target}">x</a>`).join(' ');
const SOURCES = 'https://github.com/bayar-js/bayar/blob/main';

const BROKEN = [
  ['a link to no page', links('/nowhere'), 'links to /nowhere, which is not there'],
  ['a link to no heading', links('/sound#nowhere'), 'links to /sound#nowhere, which the page does not have'],
  ['a link to no source', links(`${SOURCES}/gone.ts`), `links to ${SOURCES}/gone.ts, which is not in the repository`],
  ['a link that is not https', links('http://example.com/'), 'links to http://example.com/, which is not https'],
  ['an image that is not there', '<img src="/gone.png">', 'shows no image at /gone.png'],
  ['an error on the console', '<script>console.error("oh")</script>', 'says on the console: oh'],
  ['a script that fails', '<script>throw new Error("oh")</script>', 'fails: oh'],
  ['a foreign script', '<script src="https://example.com/a.js"></script>', 'reaches for https://example.com/a.js'],
  ['a second first heading', '<h1>Again</h1>', 'has 2 first headings'],
  ['what is wider than a phone', '<div style="width:400px">x</div>', 'is 18 px wider than a phone'],
] as const;

describe('a built site', () => {
  let browser: OpenedBrowser;
  let root: string;

  beforeAll(async () => {
    browser = await openBrowser();
    root = await mkdtemp(join(tmpdir(), 'bayar-site-'));
    await writeFile(join(root, 'README.md'), '# Bayar\n');
  });
  afterAll(async () => {
    await browser.close();
    await rm(root, { recursive: true, force: true });
  });

  async function problemsOf(pages: Readonly<Record<string, string>>): Promise<string[]> {
    const folder = await mkdtemp(join(root, 'site-'));
    for (const [path, text] of Object.entries({ 'llms.txt': '', ...pages })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const repository = { url: 'https://github.com/bayar-js/bayar', root };
    const found = await trySite(browser, { folder, repository });
    return found.map(({ where, problem }) => `${where} ${problem.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '')}`);
  }

  it('is sound when every link arrives, pages fit a phone, and it can be searched', async () => {
    const home = page(SEARCH + links('/guide/start', '/guide/start#first', `${SOURCES}/README.md#L1`, 'logo.svg'));
    const start = page('<h2 id="first">First</h2>' + links('#first', 'https://example.com/'));
    const pages = { 'index.html': home, 'guide/start.html': start, '404.html': '', 'logo.svg': '<svg/>' };
    expect(await problemsOf(pages)).toEqual([]);
  });

  it('is not when its list for programs leaves out a guide, or names what is not there', async () => {
    const pages = { 'index.html': page(SEARCH), 'guide/start.md': '# Start', 'llms.txt': '- [Gone](/guide/gone.md)' };
    expect(await problemsOf(pages)).toEqual([
      '/llms.txt does not list /guide/start.md',
      '/llms.txt lists /guide/gone.md, which is not there',
    ]);
  });

  it('is not when a page lacks a title, is led to by nothing, or nothing is found', async () => {
    expect(await problemsOf({ 'index.html': page('', ''), 'lost.html': page('') })).toEqual([
      '/ has no title',
      '/lost is a page no other page leads to',
      '/ finds nothing when createPayments is searched for',
    ]);
  });

  describe('with faults', () => {
    let problems: string[];
    beforeAll(async () => {
      const broken = BROKEN.map(([, body], index) => [`fault-${index}.html`, page(body)] as const);
      const home = page(SEARCH + links('/sound', ...BROKEN.map((_, index) => `/fault-${index}`)));
      problems = await problemsOf({ 'index.html': home, 'sound.html': page(''), ...Object.fromEntries(broken) });
    });

    it.each(BROKEN.map(([fault, , problem], index) => [fault, index, problem] as const))(
      'is known to have %s',
      (_, index, problem) => expect(problems).toContain(`/fault-${index} ${problem}`),
    );

    it('has no other', () => {
      expect(problems.filter((problem) => !problem.startsWith('/fault-'))).toEqual([]);
    });
  });
});
