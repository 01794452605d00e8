import { weigh, type Weight } from '@bayar/checks/weigh';
import type { Row } from '../row.ts';

const MIB = 2 ** 20;
const OFFICIAL = ['dana-node@1.5.11', 'doku-nodejs-library@1.0.52'];
/** Kilobytes of a worker, compressed, by adapter. */
const WORKER_GOALS: Readonly<Record<string, number>> = { 'faspay-dana': 20 };
const WORKER_GOAL = 15;

/** Why an adapter is larger than the goal. What holds instead is the budget that every change is checked against. */
const LARGER: Readonly<Record<string, string>> = {
  'dana-direct':
    'The goal was set on a prototype of two operations. This is the whole of DANA: eleven ways to pay, refunds, and the Widget with its account binding, which is a quarter of it and loaded when it is first used.',
  'doku-dana':
    'The goal was set on a prototype of two operations. The sentences that name field, rule and fix are an eighth of it, valibot another; the rest is five operations with every documented answer, tokens in both directions, and reading keys without the help of Node.',
  'faspay-dana':
    'Three libraries are about two fifths of it: valibot, the MD5 that WebCrypto does not have, and the matching of addresses, which only those load who set notificationSources. Without the last it would still exceed the goal by almost two kilobytes.',
};

/** What a merchant takes on with one adapter: in a worker, and installed. */
export async function sizes(): Promise<Row[]> {
  const { adapters, others } = await weigh(OFFICIAL);
  const official = OFFICIAL.map((name) => {
    const { bytes = 0, names = [], files = 0 } = others[name] ?? {};
    return `${name.split('@')[0] ?? name}: ${(bytes / MIB).toFixed(1)} MiB, ${names.length} packages, ${files} files`;
  });
  return adapters.flatMap((weight) => [worker(weight), ...installed(weight, official.join('; '))]);
}

function worker({ adapter, worker: { entry, late }, budget }: Weight): Row {
  const goal = WORKER_GOALS[adapter] ?? WORKER_GOAL;
  const because = LARGER[adapter];
  return {
    measure: `A worker with ${adapter}, minified and compressed`,
    value: (entry + late) / 1_000,
    ...{ unit: 'kB', goal, gate: goal, better: 'lower' },
    detail: late > 0 ? `${(late / 1_000).toFixed(1)} kB of it loaded when first used` : 'all of it at the start',
    ...(because === undefined ? {} : { instead: { bound: (budget.entry + budget.late) / 1_000, because } }),
  };
}

function installed({ adapter, installed: { bytes, names, files } }: Weight, official: string): Row[] {
  return [
    {
      measure: `${adapter} installed`,
      value: bytes / MIB,
      ...{ unit: 'MiB', goal: 3, gate: 3, better: 'lower' },
      detail: `${files} files; ${official}`,
    },
    {
      measure: `${adapter} installed: packages`,
      value: names.length,
      ...{ unit: 'packages', goal: 4, gate: 4, better: 'lower' },
      detail: names.join(', '),
    },
  ];
}
