import type { Bindings } from './bindings.ts';

declare module 'cloudflare:workers' {
  /** What the worker is configured with. */
  export const env: Bindings;
}
