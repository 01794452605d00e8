import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../src/index.ts';

describe('ports', () => {
  it('gives each acquirer a port of its own', async () => {
    const served = await createSimulator().listen();
    await served.close();
    expect(new Set([served.dana, served.doku, served.faspay]).size).toBe(3);
  });

  it('leaves nothing open when one port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const simulator = createSimulator();
    await expect(simulator.listen({ port: port - 1 })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(fetch(`http://127.0.0.1:${port - 1}/`)).rejects.toThrow('fetch failed');
    taken.close();
  });
});
