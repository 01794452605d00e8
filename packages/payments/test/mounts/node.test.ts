import { createServer, request as ask } from 'node:http';
import { describe, expect, it } from 'vitest';
import { nodeHandler } from '@bayar/payments/node';
import { listening, openMerchant, type StartServer } from './merchant.ts';
import { behavesAsMounted, refusesParsedBodies } from './mount-suite.ts';

const bare: StartServer = (payments) => listening(createServer(nodeHandler(payments)));

const afterReading: StartServer = (payments) => {
  const answer = nodeHandler(payments);
  return listening(
    createServer((request, response) => {
      request.resume().once('end', () => answer(request, response));
    }),
  );
};

describe('payments on node:http', () => behavesAsMounted(bare));
describe('payments on node:http, after something read the body', () => {
  refusesParsedBodies(afterReading, 'to nodeHandler first');
});

describe('nodeHandler', () => {
  it('refuses a body of any size it does not want to hold, and answers on the same socket', async () => {
    const merchant = await openMerchant(bare);
    const body = 'x'.repeat(200_000);
    const answer = await fetch(`${merchant.url}/pay/dana/v1.0/debit/notify`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(merchant.alerts).toMatchObject([{ hint: expect.stringMatching(/^too-large: /) }]);
    await merchant.close();
  });

  it('survives a body that breaks off', async () => {
    const merchant = await openMerchant(bare);
    const broken = ask(`${merchant.url}/pay/dana/v1.0/debit/notify`, {
      method: 'POST',
      headers: { 'content-length': 100 },
    });
    const ended = new Promise((resolve) => broken.once('error', resolve));
    broken.write('{"half":', () => broken.destroy());
    await ended;
    await expect.poll(() => merchant.alerts).toMatchObject([{ hint: expect.stringContaining('broke off') }]);
    expect((await merchant.sell('INV-1'))?.deliveries).toMatchObject([{ verdict: 'acknowledged' }]);
    await merchant.close();
  });

  it('answers 500 when the ledger fails, so that the acquirer delivers again, and tells whoever asked', async () => {
    const failures: unknown[] = [];
    const failing = nodeHandler({ handler: () => Promise.reject(new Error('ledger is down')) }, (error) =>
      failures.push(error),
    );
    const server = await listening(createServer(failing));
    expect((await fetch(server.url)).status).toBe(500);
    expect(failures).toMatchObject([{ message: 'ledger is down' }]);
    await server.close();
  });

  it.each(['TRACE', 'PUT', 'DELETE'])('answers %s with 405', async (method) => {
    const merchant = await openMerchant(bare);
    const status = await new Promise((resolve, reject) => {
      ask(`${merchant.url}/pay/dana/v1.0/debit/notify`, { method }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(405);
    await merchant.close();
  });
});
