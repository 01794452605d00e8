import type { Defence } from './breaks.ts';
import { asExpected, type Journey } from './journey.ts';
import type { Switched } from './switching.ts';

/** What a run came to. */
export interface Result {
  readonly ok: boolean;
  readonly payments: readonly Journey[];
  readonly switched?: Switched;
  readonly defence?: Defence;
}

const COLUMNS = ['acquirer', 'status', 'evidence', 'inquired', 'refund', 'charges'] as const;

/** The result for a person. */
export function describe(result: Result): string {
  const lines: string[] = [];
  if (result.payments.length > 0) lines.push(table(result.payments));
  if (result.switched !== undefined) {
    const { inFlight, settledAtOwnAcquirer } = result.switched;
    lines.push(
      `Switched with ${String(inFlight)} payments in flight: ${String(settledAtOwnAcquirer)} settled at their own acquirer.`,
    );
  }
  if (result.defence !== undefined) {
    const shown = Object.entries(result.defence.shown).map(([name, value]) => `  ${name}: ${String(value)}`);
    lines.push([`Broken on purpose: ${result.defence.break}`, ...shown].join('\n'));
  }
  lines.push(result.ok ? 'Every step came out as it must.' : 'A step did not come out as it must.');
  return lines.join('\n\n');
}

function table(journeys: readonly Journey[]): string {
  const rows = journeys.map((journey) => [
    ...COLUMNS.map((column) => String(journey[column])),
    asExpected(journey) ? '✓' : '✗',
  ]);
  const head = [...COLUMNS, ''];
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
