/** One figure, and what it should be. */
export interface Row {
  readonly measure: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 'MiB' | 'kB' | 'packages' | 'requests' | 'million a second';
  /** What is reported and pushed. */
  readonly goal: number;
  /** What must hold. */
  readonly gate: number;
  readonly better: 'higher' | 'lower';
  /** What holds where the gate is out of reach, and why it is. */
  readonly instead?: { readonly bound: number; readonly because: string };
  /** Medians behind the figure, for those who want more than a ratio. */
  readonly detail: string;
}

/** How a figure compares with what it should be. */
export function verdict({ value, goal, gate, better, instead }: Row): 'goal' | 'gate' | 'explained' | 'missed' {
  const meets = (bound: number): boolean => (better === 'higher' ? value >= bound : value <= bound);
  if (meets(goal)) return 'goal';
  if (meets(gate)) return 'gate';
  return instead !== undefined && meets(instead.bound) ? 'explained' : 'missed';
}

const MARKS = { goal: 'goal met', gate: 'gate met', explained: 'see below', missed: '**missed**' } as const;

/** The rows as a Markdown table, and why some gates are out of reach. */
export function toMarkdown(rows: readonly Row[]): string {
  const head = '| measure | result | gate | goal | | medians |\n| --- | ---: | ---: | ---: | --- | --- |';
  const lines = rows.map((row) => {
    const sign = row.better === 'higher' ? '≥' : '≤';
    const cells = [
      row.measure,
      show(row.value, row),
      `${sign} ${show(row.gate, row)}`,
      `${sign} ${show(row.goal, row)}`,
    ];
    return `| ${[...cells, MARKS[verdict(row)], row.detail].join(' | ')} |`;
  });
  const reasons = rows.flatMap((row) => {
    if (row.instead === undefined || verdict(row) !== 'explained') return [];
    const sign = row.better === 'higher' ? 'at least' : 'at most';
    return [
      `- **${row.measure}.** ${row.instead.because} What holds instead: ${sign} ${show(row.instead.bound, row)}.`,
    ];
  });
  return [head, ...lines, ...(reasons.length > 0 ? ['', ...reasons] : [])].join('\n');
}

function show(value: number, { unit }: Row): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  return unit === '×' ? `${value.toFixed(digits)}×` : `${value.toFixed(digits)} ${unit}`;
}

/** Microseconds, for people. */
export function micros(value: number): string {
  return value >= 10_000
    ? `${(value / 1_000).toFixed(1)} ms`
    : `${value >= 10 ? value.toFixed(0) : value.toFixed(1)} µs`;
}
