import { defineConfig, type DefaultTheme } from 'vitepress';
import reference from '../reference/typedoc-sidebar.json' with { type: 'json' };

const guide: DefaultTheme.SidebarItem[] = [
  { text: 'Quick start', link: '/guide/quick-start' },
  { text: 'Mental model', link: '/guide/mental-model' },
  { text: 'Notifications', link: '/guide/notifications' },
  { text: 'Outcomes and errors', link: '/guide/outcomes-and-errors' },
  { text: 'Switching acquirer', link: '/guide/switching-acquirer' },
  { text: 'Configuration', link: '/guide/configuration' },
  { text: 'Account binding', link: '/guide/account-binding' },
  { text: 'Runtimes', link: '/guide/runtimes' },
];

const acquirers: DefaultTheme.SidebarItem[] = [
  { text: 'DANA direct', link: '/acquirers/dana-direct' },
  { text: 'DOKU', link: '/acquirers/doku-dana' },
  { text: 'Faspay', link: '/acquirers/faspay-dana' },
  { text: 'Pitfalls', link: '/pitfalls' },
];

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
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Guide', link: '/guide/quick-start' },
      { text: 'Acquirers', link: '/acquirers/dana-direct' },
      { text: 'Reference', link: '/reference/' },
      { text: 'Decisions', link: '/adr/' },
    ],
    sidebar: {
      '/guide/': guide,
      '/acquirers/': acquirers,
      '/pitfalls': acquirers,
      '/reference/': reference as DefaultTheme.SidebarItem[],
    },
  },
});
