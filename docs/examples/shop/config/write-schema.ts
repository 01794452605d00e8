import { writeFile } from 'node:fs/promises';
import { danaDirectConfig } from '@bayar/dana-direct';
import { dokuDanaConfig } from '@bayar/doku-dana';
import { faspayDanaConfig } from '@bayar/faspay-dana';
import { configurationSchema } from '@bayar/payments/schema';

// What `$schema` of the configurations beside it names: editors complete them, and mark their mistakes.
const schema = configurationSchema({
  '@bayar/dana-direct': danaDirectConfig,
  '@bayar/doku-dana': dokuDanaConfig,
  '@bayar/faspay-dana': faspayDanaConfig,
});
await writeFile(new URL('payments.schema.json', import.meta.url), `${JSON.stringify(schema, undefined, 2)}\n`);
