import { describe, expect, it } from 'vitest';
import { rupiah } from '../src/money.ts';
import { agreed, ask, asking, bench, passing } from './support/desk.ts';
import { fails, json } from './support/wire.ts';

describe('what is sent', () => {
  it('is a POST of JSON to the path of the operation, with the headers of the protocol', async () => {
    const acquirer = bench([json(agreed)]);
    await acquirer.exchange(asking(), { reference: 'é😀\u2028', amount: rupiah(1) });
    const [sent] = acquirer.wire.arrived;
    expect(sent).toMatchObject({
      url: 'https://acquirer.example/v1/ask',
      method: 'POST',
      body: '{"reference":"é😀\u2028","minor":100}',
    });
    expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: 'Bearer T1',
      'x-attempt': '1',
    });
  });

  it('carries the headers of the operation, which those of the protocol overrule', async () => {
    const acquirer = bench(
      [json(agreed)],
      asking({ headers: ({ reference }) => ({ 'x-device-id': reference, authorization: 'none' }) }),
    );
    await acquirer.run();
    const sent = acquirer.wire.arrived[0]?.headers;
    expect([sent?.get('x-device-id'), sent?.get('authorization')]).toEqual(['INV-1', 'Bearer T1']);
  });

  it('is signed inside its body once, where the protocol does so', async () => {
    let signed = 0;
    const signBody = (fields: object): Promise<object> => Promise.resolve({ ...fields, signature: ++signed });
    const acquirer = bench([fails('ECONNRESET'), json(agreed)], asking({ repeat: { samePayload: 2 } }), { signBody });
    expect(await passing(acquirer)).toEqual({ kind: 'success', value: ask });
    const body = '{"reference":"INV-1","minor":2500000,"signature":1}';
    expect(acquirer.wire.arrived.map((request) => request.body)).toEqual([body, body]);
  });
});
