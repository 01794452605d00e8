import { answerTo } from '../acquirer.ts';
import { recorder, sendBare, signHmac, signRsa, type Recorded } from '../bare.ts';
import { openLoopback } from '../loopback.ts';
import { measure, median, ratio, type Case, type Taken } from '../measure.ts';
import { openDana, openDoku, pay, settings } from '../merchant.ts';
import { dokuOrder, openDanaNode, openDokuLibrary } from '../official.ts';
import { micros, type Row } from '../row.ts';

/** Creating payments over loopback: ours, the official libraries, and the bare bytes. */
export async function create(rounds: number): Promise<Row[]> {
  const { url, close } = await openLoopback();
  try {
    const cases = { ...(await danaCases(url)), ...(await dokuCases(url)) };
    const alone = await measure(cases, { rounds });
    const busy = await measure({ ours: cases.dana, official: cases.danaNode }, { rounds, concurrency: 50 });
    return [...danaRows(alone), throughput(busy), ...dokuRows(alone)];
  } finally {
    close();
  }
}

async function danaCases(url: string): Promise<Record<'dana' | 'danaNode' | 'danaBare', Case>> {
  const { fetch, sent } = recorder(answerTo);
  await pay(openDana(url, { fetch }));
  const request = only(sent);
  const sign = signRsa(settings.dana.privateKey, request);
  const gateway = openDana(url);
  return {
    dana: () => pay(gateway),
    danaNode: openDanaNode(url),
    danaBare: async () => sendBare(request, await sign()),
  };
}

async function dokuCases(url: string): Promise<Record<'doku' | 'dokuLibrary' | 'dokuBare', Case>> {
  const { fetch, sent } = recorder(answerTo);
  await pay(openDoku(url, { fetch }));
  const request = only(sent.filter(({ path }) => !path.includes('access-token')));
  const sign = signHmac(settings.doku.secretKey, request);
  const gateway = openDoku(url);
  const library = await openDokuLibrary(url);
  return {
    doku: () => pay(gateway),
    dokuLibrary: async () => {
      const { responseCode } = await library.doPaymentJumpApp(dokuOrder(), '203.0.113.10', 'device123');
      if (responseCode !== '2005400') throw new Error(`DOKU's library was answered ${String(responseCode)}`);
    },
    dokuBare: () => sendBare(request, sign()),
  };
}

function danaRows({ dana, danaNode, danaBare }: Record<'dana' | 'danaNode' | 'danaBare', Taken>): Row[] {
  return [
    {
      measure: 'DANA create: dana-node ÷ ours',
      value: ratio(danaNode.cpu, dana.cpu),
      ...{ unit: '×', goal: 1.3, gate: 1.15, better: 'higher' },
      detail: `${cpu(danaNode)} to ${cpu(dana)}`,
    },
    {
      measure: 'DANA create: ours ÷ signing and fetching the same bytes',
      value: ratio(dana.cpu, danaBare.cpu),
      ...{ unit: '×', goal: 1.25, gate: 1.3, better: 'lower' },
      detail: `${cpu(dana)} to ${cpu(danaBare)}`,
    },
  ];
}

function throughput({ ours, official }: Record<'ours' | 'official', Taken>): Row {
  const perSecond = ({ wall }: Taken): string => `${(1_000_000 / median(wall)).toFixed(0)}/s`;
  return {
    measure: 'DANA create, 50 at once: our throughput ÷ that of dana-node',
    value: ratio(official.wall, ours.wall),
    ...{ unit: '×', goal: 2, gate: 1.6, better: 'higher' },
    detail: `${perSecond(ours)} to ${perSecond(official)}`,
  };
}

function dokuRows({ doku, dokuLibrary, dokuBare }: Record<'doku' | 'dokuLibrary' | 'dokuBare', Taken>): Row[] {
  return [
    {
      measure: 'DOKU create: doku-nodejs-library ÷ ours',
      value: ratio(dokuLibrary.cpu, doku.cpu),
      ...{ unit: '×', goal: 2.2, gate: 1.8, better: 'higher' },
      detail: `${cpu(dokuLibrary)} to ${cpu(doku)}`,
    },
    {
      measure: 'DOKU create: ours ÷ signing and fetching the same bytes',
      value: ratio(doku.cpu, dokuBare.cpu),
      ...{ unit: '×', goal: 1.7, gate: 1.8, better: 'lower' },
      detail: `${cpu(doku)} to ${cpu(dokuBare)}`,
    },
  ];
}

function cpu(taken: Taken): string {
  return micros(median(taken.cpu));
}

function only(sent: readonly Recorded[]): Recorded {
  const [request] = sent;
  if (request === undefined || sent.length !== 1) throw new Error(`${sent.length} requests were recorded`);
  return request;
}
