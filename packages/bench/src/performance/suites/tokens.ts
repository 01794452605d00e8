import { accessTokens } from '@bayar/bi-snap';
import { resolveRuntime } from '@bayar/core/kit';
import { ANSWERS } from '../acquirer.ts';
import { measure, median } from '../measure.ts';
import { micros, type Row } from '../row.ts';

const AT_ONCE = 10_000;

/** DOKU's access token: how often it is asked for, and what a cached one costs. */
export async function tokens(rounds: number): Promise<Row[]> {
  let requests = 0;
  const fetch: typeof globalThis.fetch = () => {
    requests += 1;
    return Promise.resolve(new Response(ANSWERS.token));
  };
  const sign = (): Promise<string> => Promise.resolve('signature');
  const source = {
    url: 'https://api-sandbox.doku.com/token',
    clientId: 'BENCH',
    sign,
    runtime: resolveRuntime({ fetch }),
  };
  const obtain = accessTokens(source);
  const { signal } = new AbortController();
  const obtained = await Promise.all(Array.from({ length: AT_ONCE }, () => obtain({ signal })));
  if (obtained.some(({ kind }) => kind !== 'token')) throw new Error('A token was not obtained');
  const { cached } = await measure({ cached: () => obtain({ signal }) }, { rounds });
  return [
    {
      measure: `Token requests for ${AT_ONCE.toLocaleString('en')} first payments at once`,
      value: requests,
      ...{ unit: 'requests', goal: 1, gate: 1, better: 'lower' },
      detail: 'doku-nodejs-library: one more than there are payments',
    },
    {
      measure: 'Cached token',
      value: 1 / median(cached.cpu),
      ...{ unit: 'million a second', goal: 1, gate: 0.5, better: 'higher' },
      instead: {
        bound: 0.3,
        because:
          'An absolute figure, and the machine’s: where others compute beside it, the same code gave 0.35 to 0.78 million on one day. A payment spends two thousandths of its time on it.',
      },
      detail: micros(median(cached.cpu)),
    },
  ];
}
