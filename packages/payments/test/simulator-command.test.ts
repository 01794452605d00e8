import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { rupiah } from '@bayar/core';
import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { faspayDana } from '@bayar/faspay-dana';
import { createPayments, loadPayments, memoryLedger } from '@bayar/payments';
import { nodeHandler } from '@bayar/payments/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Announced {
  readonly room: string;
  readonly endpoints: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly environment: readonly string[];
}

type Name = 'dana' | 'doku' | 'faspay';

const CONFIGURATIONS = fileURLToPath(new URL('../../../docs/examples/shop/config/', import.meta.url));

/** Runs the command as a person does who has only its documentation. */
async function start(...options: string[]): Promise<{ readonly child: ChildProcess; readonly announced: Announced }> {
  const manifest = createRequire(import.meta.url).resolve('@bayar/simulator/package.json');
  const { bin } = JSON.parse(await readFile(manifest, 'utf8')) as { bin: Record<string, string> };
  const program = join(dirname(manifest), bin['bayar-simulator'] ?? '');
  const child = spawn(process.execPath, [program, '--json', '--port', '0', ...options]);
  let text = '';
  while (!text.endsWith('\n')) text += String(((await once(child.stdout, 'data')) as [Buffer])[0]);
  return { child, announced: JSON.parse(text) as Announced };
}

/** A shop that was configured from nothing but the lines the command printed. */
function openShop(publicUrl: string, environment: readonly string[]) {
  const read = parseEnv(environment.join('\n'));
  const secret = (name: string): string => read[name] ?? `${name} was not printed`;
  const at = (name: Name) => ({ environment: 'sandbox', baseUrl: secret(`${name.toUpperCase()}_BASE_URL`) }) as const;
  const shop: { acquirer: Name } = { acquirer: 'dana' };
  const payments = createPayments({
    acquirers: {
      dana: danaDirect({
        ...at('dana'),
        clientId: secret('DANA_CLIENT_ID'),
        merchantId: secret('DANA_MERCHANT_ID'),
        privateKey: secret('DANA_PRIVATE_KEY'),
        danaPublicKeys: secret('DANA_PUBLIC_KEY'),
        mcc: secret('DANA_MCC'),
      }),
      doku: dokuDana({
        ...at('doku'),
        clientId: secret('DOKU_CLIENT_ID'),
        secretKey: secret('DOKU_SECRET_KEY'),
        privateKey: secret('DOKU_PRIVATE_KEY'),
        dokuPublicKey: secret('DOKU_PUBLIC_KEY'),
      }),
      faspay: faspayDana({
        ...at('faspay'),
        merchantId: secret('FASPAY_MERCHANT_ID'),
        merchantName: secret('FASPAY_MERCHANT_NAME'),
        userId: secret('FASPAY_USER_ID'),
        password: secret('FASPAY_PASSWORD'),
      }),
    },
    active: () => shop.acquirer,
    publicUrl,
    ledger: memoryLedger(),
  });
  return { payments, shop };
}

describe('the command of the simulator', () => {
  let shop: ReturnType<typeof openShop>;
  let command: Awaited<ReturnType<typeof start>>;
  let server: Server;

  beforeAll(async () => {
    server = createServer((request, response) => nodeHandler(shop.payments)(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pay`;
    command = await start('--merchant', publicUrl);
    shop = openShop(publicUrl, command.announced.environment);
  });
  afterAll(async () => {
    command.child.kill('SIGINT');
    await once(command.child, 'exit');
    server.closeAllConnections();
    server.close();
  });

  it('registers the addresses that a merchant registers at DOKU and Faspay', () => {
    const { dana, ...others } = shop.payments.acquirers;
    const listed = shop.payments
      .endpoints()
      .filter(({ acquirer, announced }) => Object.hasOwn(others, acquirer) && announced === 'registered');
    const registered = Object.values(command.announced.endpoints).flatMap((urls) => Object.values(urls));
    expect(registered.sort()).toEqual(listed.map(({ url }) => url).sort());
    // DANA learns its own from each order, so there is nothing to register.
    expect(dana.inbound.find(({ kind }) => kind === 'notification')).toMatchObject({ announced: 'per-request' });
  });

  it.each<Name>(['dana', 'doku', 'faspay'])(
    'lets a shop configured with what it prints be paid through %s',
    async (name) => {
      shop.shop.acquirer = name;
      const reference = `INV-${name}`;
      const outcome = await shop.payments.createPayment({
        reference,
        amount: rupiah(25_000),
        title: 'Kopi',
        returnUrl: 'https://shop.example/thanks',
        customer: { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' },
        device: { platform: 'web', id: 'device123', ip: '203.0.113.10' },
      });
      if (outcome.kind !== 'done') expect.fail(JSON.stringify(outcome));
      const { locator } = outcome.value;
      const paid = new Promise<string>((resolve) => {
        shop.payments.on('payment.paid', ({ payment }) => resolve(payment.reference));
      });
      await post('/api/customer', { acquirer: name, reference: locator['billNo'] ?? reference, act: 'pay' });
      expect(await paid).toBe(reference);
    },
  );

  it('prints a line for every secret that a sample configuration names', async () => {
    const env = (name: string) => parseEnv(command.announced.environment.join('\n'))[name];
    const files = (await readdir(CONFIGURATIONS)).filter((name) => !name.includes('schema'));
    expect(files).toContain('all.json');
    for (const file of files) {
      const configuration: unknown = JSON.parse(await readFile(join(CONFIGURATIONS, file), 'utf8'));
      const adapters = {
        '@bayar/dana-direct': danaDirect,
        '@bayar/doku-dana': dokuDana,
        '@bayar/faspay-dana': faspayDana,
      };
      const loaded = loadPayments(configuration, { adapters, secrets: { env }, ledger: memoryLedger() });
      await expect(loaded, file).resolves.toHaveProperty('acquirers');
    }
  });

  async function post(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(command.announced.room + path, { method: 'POST', headers, body: JSON.stringify(body) });
    expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
  }
});
