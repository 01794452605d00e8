import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openWorker, type OpenWorker } from './open-worker.ts';

const MIB = 1_048_576;
const unreadable = { kind: 'may-have-arrived', doubt: 'unreadable-answer' };
const unanswered = { kind: 'may-have-arrived', doubt: 'no-answer' };
const lost = { kind: 'may-have-arrived', doubt: 'connection-lost' };

let worker: OpenWorker;
beforeAll(async () => {
  worker = await openWorker();
});
afterAll(() => worker.close());

interface Server {
  readonly origin: string;
  readonly requests: () => number;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

async function serve(answer: (response: ServerResponse, path: string) => void): Promise<Server> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume().once('end', () => answer(response, request.url ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, requests: () => requests, [Symbol.asyncDispose]: close };
}

const sent = (url: string, withinMs = 30_000): Promise<unknown> => worker.ask({ ask: 'send', url, withinMs });

describe('a request that leaves workerd', () => {
  it('is answered', async () => {
    await using server = await serve((response) => response.end('{"code":"OK"}'));
    expect(await sent(server.origin)).toEqual({ kind: 'answer', answer: { status: 200, text: '{"code":"OK"}' } });
  });

  it.each([301, 302, 303, 307, 308])('is not sent on to where a %d points', async (status) => {
    await using server = await serve((response) => response.writeHead(status, { location: '/elsewhere' }).end('{}'));
    expect([await sent(server.origin), server.requests()]).toEqual([unreadable, 1]);
  });

  it('is answered with a whole MiB, and not with a byte more', async () => {
    await using server = await serve((response, path) => response.end(Buffer.alloc(Number(path.slice(1)), ' ')));
    expect(await sent(`${server.origin}/${MIB}`)).toMatchObject({ kind: 'answer' });
    expect(await sent(`${server.origin}/${MIB + 1}`)).toEqual(unreadable);
  });

  it('ends at its deadline when nobody answers', async () => {
    await using server = await serve(() => undefined);
    expect([await sent(server.origin, 200), server.requests()]).toEqual([unanswered, 1]);
  });

  it('ends at its deadline in the middle of an answer', async () => {
    await using server = await serve((response) => void response.write('{"code":'));
    expect(await sent(server.origin, 200)).toEqual(unanswered);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['at once', (response) => response.destroy()],
    [
      'within the body',
      (response) => void response.writeHead(200, { 'content-length': 99 }).write('{"code"', () => response.destroy()),
    ],
  ])('may have arrived when the connection is closed %s', async (_, answer) => {
    await using server = await serve(answer);
    expect(await sent(server.origin)).toEqual(lost);
  });

  // workerd gives a connection that was never made and one that was lost the same error: what cannot be told apart is in doubt.
  it('may have arrived, for all that workerd says, when nobody listens', async () => {
    const server = await serve(() => undefined);
    await server[Symbol.asyncDispose]();
    expect(await sent(server.origin)).toEqual(lost);
  });

  it('may have arrived, for all that workerd says, when the other side does not speak TLS', async () => {
    await using server = await serve(() => undefined);
    expect([await sent(server.origin.replace('http:', 'https:')), server.requests()]).toEqual([lost, 0]);
  });
});

describe('a payment in doubt', () => {
  it('ends at its deadline, and is found by asking', async () => {
    const fault = { type: 'hang', when: 'after-commit' } as const;
    worker.simulator.faults.add({ acquirer: 'dana', operation: 'createOrder', fault });
    const outcome = await worker.create({ acquirer: 'dana', reference: 'INV-HANG', deadlineMs: 500 });
    expect(outcome).toMatchObject({ kind: 'unknown', inquiry: { payment: { reference: 'INV-HANG' } } });
    if (outcome.kind !== 'unknown') throw new Error('It was not in doubt.');
    expect(await worker.inquire(outcome.inquiry.payment)).toMatchObject({ value: { status: 'awaiting-customer' } });
  });
});

describe('requests at the same time', () => {
  const references = (prefix: string): string[] => Array.from({ length: 30 }, (_, index) => `${prefix}-${index}`);

  it('each make their payment, with one token between them', async () => {
    const outcomes = await Promise.all(
      references('T').map((reference) => worker.create({ acquirer: 'doku', reference })),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['done']));
    expect(worker.simulator.timeline().filter(({ type }) => type === 'token-given')).toHaveLength(1);
  });

  // The runtime ends what a request began together with the request, and whoever waits for it fails.
  it('are not held up by one that gave up while it asked for the token', async () => {
    const fresh = await openWorker();
    onTestFinished(() => fresh.close());
    const fault = { type: 'delay', when: 'before', ms: 1_000 } as const;
    fresh.simulator.faults.add({ acquirer: 'doku', operation: 'token', fault });
    const first = fresh.create({ acquirer: 'doku', reference: 'G-1', deadlineMs: 200 });
    await fresh.simulator.waiting();
    const second = fresh.create({ acquirer: 'doku', reference: 'G-2' });
    expect(await first).toEqual({ kind: 'not-sent', reason: { why: 'aborted' } });
    expect(await second).toMatchObject({ kind: 'done' });
    expect(await fresh.create({ acquirer: 'doku', reference: 'G-3' })).toMatchObject({ kind: 'done' });
  });

  it('are not held up, beyond their own deadline, by one of the same reference whose customer left', async () => {
    const fault = { type: 'delay', when: 'after-commit', ms: 3_600_000 } as const;
    worker.simulator.faults.add({ acquirer: 'dana', operation: 'createOrder', fault });
    const leaves = new AbortController();
    const question = { ask: 'create', acquirer: 'dana', reference: 'INV-LEFT' } as const;
    const first = worker.ask(question, leaves.signal).catch((error: unknown) => (error as Error).name);
    await worker.simulator.waiting();
    leaves.abort();
    expect(await first).toBe('AbortError');
    const second = await worker.create({ ...question, deadlineMs: 500 });
    expect(second).toEqual({ kind: 'not-sent', reason: { why: 'in-progress' } });
  });

  it('make one payment of one reference', async () => {
    const outcomes = await Promise.all(
      references('S').map(() => worker.create({ acquirer: 'dana', reference: 'INV-SAME' })),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ kind: 'done' });
  });
});
