import type { Brand } from '../hosted-page/hosted-page.ts';

/** How DANA's pages look. */
export const brand: Brand = { name: 'DANA', background: '#0b74c4', text: '#ffffff' };
