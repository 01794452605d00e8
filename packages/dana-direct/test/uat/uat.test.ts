import { describe, expect, it } from 'vitest';
import { widgetSection } from '../widget/uat-rows.ts';
import { uatBench } from './bench.ts';
import { paymentGateway } from './payment-gateway.ts';
import type { UatRow, UatSection, UnexpressedRow } from './row.ts';

/** One section a product. */
const sections: readonly UatSection[] = [paymentGateway, widgetSection];

describe.each(sections)('uat, $product', ({ rows, counts }) => {
  const expressed = rows.filter(isExpressed);
  const unexpressed = rows.filter((row) => !isExpressed(row)) as readonly UnexpressedRow[];
  const ran = new Set<string>();

  it.each(expressed)('$id is answered $answer.code', async ({ id, answer, run, becomes, merchant }) => {
    const bench = uatBench(merchant);
    const made = await run(bench);
    expect(made).toMatchObject(becomes);
    const body = {
      responseCode: answer.code,
      ...(answer.message === undefined ? {} : { responseMessage: answer.message }),
    };
    expect(bench.answers.at(-1)).toMatchObject({ ...(answer.http === undefined ? {} : { status: answer.http }), body });
    ran.add(id);
  });

  it('has run every case that can be expressed', () => {
    for (const { id, reason } of unexpressed) process.stdout.write(`uat: ${id} is not expressible: ${reason}\n`);
    process.stdout.write(
      `uat: ${String(rows.length)} rows, ${String(ran.size)} run, ${String(unexpressed.length)} not expressible\n`,
    );
    expect({ rows: rows.length, run: ran.size }).toEqual(counts);
    expect(ran.size + unexpressed.length).toBe(rows.length);
  });
});

function isExpressed(row: UatRow | UnexpressedRow): row is UatRow {
  return 'run' in row;
}
