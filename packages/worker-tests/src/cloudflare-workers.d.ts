declare module 'cloudflare:workers' {
  import type { DanaDirectConfig } from '@bayar/dana-direct';
  import type { DokuDanaConfig } from '@bayar/doku-dana';
  import type { FaspayDanaConfig } from '@bayar/faspay-dana';

  /** What the worker is configured with, as plain JSON. */
  export interface Bindings {
    readonly ACCOUNTS: {
      readonly dana: DanaDirectConfig;
      readonly doku: DokuDanaConfig;
      readonly faspay: FaspayDanaConfig;
    };
  }

  /** The bindings, while the module loads already. */
  export const env: Bindings;
}
