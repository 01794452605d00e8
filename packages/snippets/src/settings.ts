import type { DanaDirectConfig } from '@bayar/dana-direct';
import type { DokuDanaConfig } from '@bayar/doku-dana';
import type { FaspayDanaConfig } from '@bayar/faspay-dana';
import { simulator } from './simulator.ts';

/** What the shop is configured with. */
export const settings: {
  /** Where new payments go. */
  acquirer: 'dana' | 'doku' | 'faspay';
  readonly dana: DanaDirectConfig;
  readonly doku: DokuDanaConfig;
  readonly faspay: FaspayDanaConfig;
} = { acquirer: 'dana', ...simulator.settings };

/** A setting by its name, as a database or a flag would answer. */
export async function readSetting(name: 'acquirer'): Promise<string> {
  return settings[name];
}
