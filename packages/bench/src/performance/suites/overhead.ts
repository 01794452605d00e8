import { createPrivateKey, sign } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { answerTo } from '../acquirer.ts';
import { recorder, signRsa } from '../bare.ts';
import { beyond, measure, median, ratio } from '../measure.ts';
import { openDana, pay, settings } from '../merchant.ts';
import { openDanaNode } from '../official.ts';
import { micros, type Row } from '../row.ts';

const HOST = 'https://api.sandbox.dana.id';
const AT_ONCE = 200;

/** What a client does besides signing: the network is a function that answers at once. */
export async function overhead(rounds: number): Promise<Row[]> {
  const { fetch, sent } = recorder(answerTo);
  await pay(openDana(HOST, { fetch }));
  const [request] = sent;
  if (request === undefined) throw new Error('Nothing was sent');
  const answerAtOnce: typeof globalThis.fetch = () => Promise.resolve(new Response(answerTo('')));
  const gateway = openDana(HOST, { fetch: answerAtOnce });
  // dana-node takes the global one.
  globalThis.fetch = answerAtOnce;
  const cases = {
    ours: () => pay(gateway),
    official: openDanaNode(HOST),
    bare: signRsa(settings.dana.privateKey, request),
  };
  const { ours, official, bare } = await measure(cases, { rounds });
  const [more, officialMore] = [beyond(ours.cpu, bare.cpu), beyond(official.cpu, bare.cpu)];
  return [
    {
      measure: 'DANA create without a network, beyond the signature: dana-node ÷ ours',
      value: median(officialMore) / median(more),
      ...{ unit: '×', goal: 7, gate: 5, better: 'higher' },
      detail: `${micros(median(officialMore))} to ${micros(median(more))}`,
      instead: {
        bound: 1.5,
        because:
          'A payment is signed beside the event loop, and waking up costs each of them what blocking it would have cost everybody else. The rest is two deadlines, every header and field checked before it is sent, and an answer that is cut at its limit.',
      },
    },
    {
      measure: 'DANA create without a network: ours ÷ the bare signature',
      value: ratio(ours.cpu, bare.cpu),
      ...{ unit: '×', goal: 1.15, gate: 1.3, better: 'lower' },
      detail: `${micros(median(ours.cpu))} to ${micros(median(bare.cpu))}`,
      instead: { bound: 1.5, because: 'The same, measured against the bare signature.' },
    },
    await eventLoop(() => pay(gateway), rounds),
  ];
}

/** How long two hundred payments at once keep everything else waiting. */
async function eventLoop(payOnce: () => Promise<void>, rounds: number): Promise<Row> {
  const key = createPrivateKey(settings.dana.privateKey);
  const bytes = Buffer.from('POST:/path:hash:time');
  const ours: number[] = [];
  const blocking: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await longestDelay(() => Promise.all(Array.from({ length: AT_ONCE }, payOnce))));
    blocking.push(
      await longestDelay(() => {
        for (let count = 0; count < AT_ONCE; count++) sign('RSA-SHA256', bytes, key);
      }),
    );
  }
  return {
    measure: `Longest delay of the event loop while ${AT_ONCE} payments are signed`,
    value: median(ours),
    ...{ unit: 'ms', goal: 25, gate: 50, better: 'lower' },
    detail: `signing them on the event loop: ${median(blocking).toFixed(0)} ms`,
  };
}

async function longestDelay(work: () => unknown): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // It compares one tick with the tick before: without one before and one after, work that blocks is not seen.
  await wait(5);
  await work();
  await wait(5);
  delay.disable();
  return delay.max / 1_000_000;
}
