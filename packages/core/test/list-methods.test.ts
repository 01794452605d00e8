import { describe, expect, it } from 'vitest';
import type { Method } from '../src/gateway.ts';
import { listsMethods, type MethodsQuestion } from '../src/kit/calls.ts';
import type { Operation } from '../src/kit/operation.ts';
import { resolveRuntime } from '../src/kit/runtime.ts';
import { rupiah } from '../src/money.ts';
import { asking, bench } from './support/desk.ts';
import { limits } from './support/requests.ts';
import { json, type Answering } from './support/wire.ts';

const methods: readonly Method[] = [{ id: 'BALANCE', name: 'Balance' }];

describe('listMethods', () => {
  it('answers with the methods for the amount', async () => {
    const { list, asked } = listing(json({ code: 'OK', reference: 'INV-1', minor: 2_500_000 }));
    expect(await list(rupiah(25_000))).toEqual({ kind: 'found', value: methods });
    expect(asked).toEqual([{ amount: rupiah(25_000) }]);
  });

  it('is unavailable, with the code, when the acquirer refuses', async () => {
    expect(await listing(json({ code: 'NO' })).list(rupiah(25_000))).toEqual({
      kind: 'unavailable',
      because: 'amount-limit',
      code: 'NO',
    });
  });

  it('asks nothing about an amount nobody can pay', async () => {
    const { list, asked } = listing();
    expect(await list(rupiah(0))).toMatchObject({ because: 'invalid', issues: [{ field: 'amount' }] });
    expect(asked).toEqual([]);
  });
});

function listing(...answers: readonly Answering[]) {
  const asked: MethodsQuestion[] = [];
  const { headers: _, check: _check, ...base } = asking();
  const operation: Operation<MethodsQuestion, typeof base.response, readonly Method[]> = {
    ...base,
    encode: (question) => (asked.push(question), {}),
    decode: () => methods,
  };
  const { exchange } = bench(answers);
  const runtime = resolveRuntime();
  return { asked, list: listsMethods({ id: 'acquirer', needs: [], limits, exchange, runtime }, operation) };
}
