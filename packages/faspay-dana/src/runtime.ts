import type { Runtime } from '@bayar/core/kit';
import type { MessageFormat } from './message-format.ts';

/** What the gateway takes from its surroundings. */
export interface FaspayDanaRuntime extends Runtime {
  /** Formats of notifications besides JSON: `[xml]` of `@bayar/faspay-dana/xml`, which needs `@rgrove/parse-xml` installed. What arrives is answered in its own format. */
  readonly messageFormats?: readonly MessageFormat[];
}
