import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type DefaultTheme } from 'vitepress';
import llmstxt from 'vitepress-plugin-llms';

const guide: DefaultTheme.SidebarItem[] = [
  {
    text: 'Start',
    items: [
      { text: 'Quick start', link: '/guide/quick-start' },
      { text: 'Mental model', link: '/guide/mental-model' },
    ],
  },
  {
    text: 'Take payments',
    items: [
      { text: 'Outcomes and errors', link: '/guide/outcomes-and-errors' },
      { text: 'Notifications', link: '/guide/notifications' },
      { text: 'Mounting', link: '/guide/mounting' },
      { text: 'Switching acquirer', link: '/guide/switching-acquirer' },
      { text: 'Configuration', link: '/guide/configuration' },
      { text: 'Account binding', link: '/guide/account-binding' },
    ],
  },
  {
    text: 'Run',
    items: [
      { text: 'Ledger', link: '/guide/ledger' },
      { text: 'Runtimes', link: '/guide/runtimes' },
      { text: 'Your own HTTP client', link: '/guide/http-client' },
      { text: 'Performance', link: '/performance' },
    ],
  },
  {
    text: 'Test',
    items: [
      { text: 'Testing', link: '/guide/testing' },
      { text: 'The control room', link: '/guide/control-room' },
    ],
  },
];

const acquirers: DefaultTheme.SidebarItem[] = [
  {
    text: 'Acquirers',
    items: [
      { text: 'DANA direct', link: '/acquirers/dana-direct' },
      { text: 'DOKU', link: '/acquirers/doku-dana' },
      { text: 'Faspay', link: '/acquirers/faspay-dana' },
    ],
  },
  { text: 'Pitfalls', link: '/pitfalls' },
];

const reference: DefaultTheme.SidebarItem[] = [
  {
    text: 'Take payments',
    items: [
      {
        text: '@bayar/payments',
        link: '/reference/payments',
        items: ['ledger-contract', 'schema', 'express', 'fastify', 'next', 'node'].map((mount) => ({
          text: `/${mount}`,
          link: `/reference/payments/${mount}`,
        })),
      },
      { text: '@bayar/core', link: '/reference/core', items: [{ text: '/ky', link: '/reference/core/ky' }] },
    ],
  },
  {
    text: 'Acquirers',
    items: [
      { text: '@bayar/dana-direct', link: '/reference/dana-direct' },
      { text: '@bayar/doku-dana', link: '/reference/doku-dana' },
      {
        text: '@bayar/faspay-dana',
        link: '/reference/faspay-dana',
        items: [{ text: '/xml', link: '/reference/faspay-dana/xml' }],
      },
    ],
  },
  { text: 'Test', items: [{ text: '@bayar/simulator', link: '/reference/simulator' }] },
  {
    text: 'Build an adapter',
    items: [
      { text: '@bayar/core/kit', link: '/reference/core/kit' },
      { text: '@bayar/bi-snap', link: '/reference/bi-snap' },
    ],
  },
];

const adr = new URL('../adr/', import.meta.url);
const decisions: DefaultTheme.SidebarItem[] = readdirSync(adr)
  .filter((file) => /^\d/.test(file))
  .sort()
  .map((file) => {
    const [title = file] = readFileSync(new URL(file, adr), 'utf8').split('\n');
    return { text: title.replace(/^# /, ''), link: `/adr/${file.slice(0, -'.md'.length)}` };
  });

// The same pages as Markdown, and their list, for programs that read documentation.
const pages = llmstxt({
  sidebar: [
    { text: 'Guide', items: guide },
    ...acquirers,
    { text: 'Reference', items: reference },
    { text: 'Decisions', items: decisions },
  ],
});

/** The site: guides by task, reference by symbol. A dead link fails the build. */
export default defineConfig({
  title: 'Bayar',
  description: 'DANA payments in Indonesia through any acquirer, behind one interface',
  lang: 'en',
  cleanUrls: true,
  outDir: '../.cache/site',
  cacheDir: '../.cache/vitepress',
  srcExclude: ['examples/**', 'features.md'],
  rewrites: { 'adr/README.md': 'adr/index.md' },
  // The largest chunk is the index that is loaded when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 1_000 }, plugins: [pages] },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guide', link: '/guide/quick-start', activeMatch: '^/(guide/|performance)' },
      { text: 'Acquirers', link: '/acquirers/dana-direct', activeMatch: '^/(acquirers/|pitfalls)' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Decisions', link: '/adr/', activeMatch: '^/adr/' },
    ],
    socialLinks: [{ icon: 'github', link: 'https://github.com/bayar-js/bayar' }],
    sidebar: {
      '/guide/': guide,
      '/acquirers/': acquirers,
      '/pitfalls': acquirers,
      '/performance': guide,
      '/reference/': reference,
      '/adr/': [{ text: 'Decisions', link: '/adr/', items: decisions }],
    },
  },
});
