import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, ratio } from '../measure.ts';
import type { Row } from '../row.ts';

const HERE = fileURLToPath(new URL('../../../', import.meta.url));
const MARK = '@@';
const REPORT = `;const { user, system } = process.cpuUsage(); process.stdout.write('${MARK}' + JSON.stringify({ ms: (user + system) / 1000, mib: process.memoryUsage.rss() / 2 ** 20 }))`;

const PROGRAMS = {
  empty: ['module', ''],
  dana: ['module', "import '@bayar/dana-direct'"],
  doku: ['module', "import '@bayar/doku-dana'"],
  danaNode: ['commonjs', "require('dana-node')"],
  danaWebhook: ['commonjs', "require('dana-node/webhook/v1')"],
  dokuLibrary: ['commonjs', "require('doku-nodejs-library')"],
} as const;

type Name = keyof typeof PROGRAMS;
interface Cost {
  readonly ms: number;
  readonly mib: number;
}

/** What importing costs, in processes of their own: processor time beyond that of an empty one. */
export function imports(rounds: number): Promise<Row[]> {
  const names = Object.keys(PROGRAMS) as Name[];
  const costs = Object.fromEntries(names.map((name) => [name, [] as Cost[]])) as Record<Name, Cost[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) costs[name].push(start(name));
  const beyond = (name: Name, part: keyof Cost): number[] =>
    costs[name].map((cost, index) => Math.max(cost[part] - (costs.empty[index]?.[part] ?? 0), 0.1));
  const row = (ours: Name, theirs: Name, title: string, instead: Pick<Row, 'instead'> = {}): Row => {
    const [a, b] = [beyond(ours, 'ms'), beyond(theirs, 'ms')];
    const detail = `${median(a).toFixed(0)} ms to ${median(b).toFixed(0)} ms`;
    const value = ratio(b, a);
    const bounds = { unit: '×', goal: 10, gate: 6, better: 'higher' } as const;
    return { measure: `Cold import: ${title} ÷ ours`, value, ...bounds, detail, ...instead };
  };
  const memory = median(beyond('dana', 'mib'));
  return Promise.resolve([
    row('dana', 'danaNode', 'dana-node'),
    row('dana', 'danaWebhook', 'dana-node/webhook', {
      instead: {
        bound: 3.5,
        because:
          'Theirs is the part that reads notifications, ours the whole client: there is no smaller one to import.',
      },
    }),
    row('doku', 'dokuLibrary', 'doku-nodejs-library'),
    {
      measure: 'Memory of importing our client of DANA, beyond an empty process',
      value: memory,
      ...{ unit: 'MiB', goal: 6, gate: 10, better: 'lower' },
      detail: `dana-node: ${median(beyond('danaNode', 'mib')).toFixed(1)} MiB`,
    },
  ]);
}

function start(name: Name): Cost {
  const [type, code] = PROGRAMS[name];
  const options = [`--input-type=${type}`, '--eval', code + REPORT];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { cwd: HERE, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} cannot be imported: ${stderr}`);
  return JSON.parse(stdout.slice(stdout.lastIndexOf(MARK) + MARK.length)) as Cost;
}
