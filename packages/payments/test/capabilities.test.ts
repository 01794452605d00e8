import { readFile } from 'node:fs/promises';
import type { Gateway } from '@bayar/core';
import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { faspayDana } from '@bayar/faspay-dana';
import { createSimulator } from '@bayar/simulator';
import { describe, expect, it } from 'vitest';

const { settings } = createSimulator();
const gateways: readonly Gateway[] = [danaDirect(settings.dana), dokuDana(settings.doku), faspayDana(settings.faspay)];

const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
const cellsOf = (row: string): readonly string[] =>
  (readme.split('\n').find((line) => line.startsWith(`| ${row} `)) ?? '')
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());

const cancels = { 'unpaid-or-recent': /^unpaid, or paid within/, unpaid: /^unpaid$/, nothing: /^no$/ };

describe('the table of capabilities in the README', () => {
  it('says who refunds', () => {
    const said = cellsOf('refund').map((cell) => cell === 'yes');
    expect(said).toEqual(gateways.map((gateway) => 'refundPayment' in gateway));
  });

  it('says who cancels what', () => {
    for (const [index, { traits, ...gateway }] of gateways.entries()) {
      expect('cancelPayment' in gateway).toBe(traits.cancels !== 'nothing');
      expect(cellsOf('cancel')[index]).toMatch(cancels[traits.cancels]);
    }
  });

  it('says what signatures cover', () => {
    const everything = cellsOf("what a notification's signature covers").map((cell) => cell.startsWith('everything'));
    expect(everything).toEqual(
      gateways.map(({ traits: { notificationCovers } }) => notificationCovers.amount && notificationCovers.time),
    );
  });
});
