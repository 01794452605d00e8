import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallFault, ServedSimulator, Simulator } from '../../src/index.ts';
import { createSimulator } from '../../src/index.ts';
import { paths } from '../faspay/merchant.ts';

const body = JSON.stringify({ merchant_id: '1' });

/** What arrives on a plain socket, byte for byte, and how the connection ended. */
function raw(url: string): Promise<{ text: string; end: string }> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () =>
      socket.write(`POST ${paths.channels} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
    );
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve({ text, end: error.code ?? '' }));
    socket.on('close', () => resolve({ text, end: 'closed' }));
  });
}

describe('on a port', () => {
  let simulator: Simulator;
  let served: ServedSimulator;
  const printed = vi.spyOn(console, 'error');

  beforeEach(async () => {
    simulator = createSimulator();
    served = await simulator.listen({ port: 0 });
  });
  afterEach(async () => {
    await served.close();
    expect(printed).not.toHaveBeenCalled();
  });

  function under(fault: CallFault) {
    simulator.faults.add({ acquirer: 'faspay', fault });
    return raw(served.faspay);
  }

  it.each<[CallFault, string]>([
    [{ type: 'reset', when: 'after-commit' }, 'ECONNRESET'],
    [{ type: 'drop', when: 'before' }, 'closed'],
    [{ type: 'refuse' }, 'closed'],
  ])('%o ends the connection without a byte: %s', async (fault, end) => {
    expect(await under(fault)).toEqual({ text: '', end });
  });

  it('cuts the body and the connection, and has promised the whole length', async () => {
    const { text, end } = await under({ type: 'truncate', bytes: 10 });
    const [head = '', arrived = ''] = text.split('\r\n\r\n');
    expect(end).toBe('closed');
    expect(arrived).toBe('{"response');
    expect(Number(/content-length: (\d+)/i.exec(head)?.[1])).toBeGreaterThan(10);
  });

  it('fails `fetch` in the middle of a cut body', async () => {
    simulator.faults.add({ acquirer: 'faspay', fault: { type: 'truncate' } });
    const response = await fetch(`${served.faspay}${paths.channels}`, { method: 'POST', body });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('drips the body in pieces of their own', async () => {
    simulator.faults.add({ acquirer: 'faspay', fault: { type: 'drip', everyMs: 1, bytes: 20 } });
    const response = await fetch(`${served.faspay}${paths.channels}`, { method: 'POST', body });
    const pieces: string[] = [];
    for await (const piece of response.body ?? []) pieces.push(Buffer.from(piece).toString());
    expect(pieces.length).toBeGreaterThan(1);
    expect(JSON.parse(pieces.join(''))).toHaveProperty('response_error');
  });
});
