import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/bin/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'simulator-bin-'));

interface Announced {
  readonly room: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly endpoints: unknown;
  readonly configuration: { readonly dana: { readonly bayar: Readonly<Record<string, string>> } };
  readonly environment: readonly string[];
}

/** Runs the command until `use` is done with what it announced. */
async function running(args: readonly string[], use: (announced: Announced) => Promise<void> = async () => {}) {
  const out: string[] = [];
  const problems: string[] = [];
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const code = await run(['--json', ...args], {
    out(text) {
      out.push(text);
      void use(JSON.parse(text) as Announced).finally(stop);
    },
    problem: (text) => void problems.push(text),
    stopped,
  });
  return { code, out, problem: problems.join('') };
}

describe('bayar-simulator', () => {
  it('announces its addresses, credentials and endpoints, serves, and stops cleanly', async () => {
    let room = '';
    const { code } = await running(['--port', '0', '--merchant', 'http://localhost:3000/pay/'], async (announced) => {
      room = announced.room;
      expect(await (await fetch(`${room}/api/urls`)).json()).toEqual(announced.urls);
      expect(announced.endpoints).toEqual({
        doku: {
          tokenUrl: 'http://localhost:3000/pay/doku/token',
          notificationUrl: 'http://localhost:3000/pay/doku/v1.0/debit/notify',
        },
        faspay: {
          notificationUrl: 'http://localhost:3000/pay/faspay/notification',
          returnUrl: 'http://localhost:3000/pay/faspay/return',
        },
      });
      expect(announced.environment).toContain('FASPAY_MERCHANT_ID="99999"');
      expect(announced.environment).toContain('DANA_CLIENT_SECRET="simulated-client-secret"');
    });
    expect(code).toBe(0);
    await expect(fetch(room)).rejects.toThrow('fetch failed');
  });

  it('keeps state across runs', async () => {
    const args = ['--port', '0', '--clock', 'frozen:2026-01-02T10:00:00+07:00', '--state', join(folder, 'kept.json')];
    const now = async ({ room }: Announced) =>
      ((await (await fetch(`${room}/api/clock`)).json()) as { now: number }).now;
    const keys: string[] = [];
    await running(args, async (announced) => {
      keys.push(announced.configuration.dana.bayar['privateKey'] ?? '');
      const headers = { 'content-type': 'application/json' };
      await fetch(`${announced.room}/api/clock`, { method: 'POST', headers, body: '{"by":60000}' });
    });
    await running(args, async (announced) => {
      keys.push(announced.configuration.dana.bayar['privateKey'] ?? '');
      expect(await now(announced)).toBe(Date.parse('2026-01-02T10:01:00+07:00'));
    });
    expect(keys[1]).toBe(keys[0]);
  });

  it('takes the merchant’s own key', async () => {
    const path = join(folder, 'merchant.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    writeFileSync(path, pem);
    const { code } = await running(['--port', '0', '--dana-key', path], async (announced) => {
      expect(announced.configuration.dana.bayar['privateKey']).toBe(pem);
    });
    expect(code).toBe(0);
  });

  const notAKey = join(folder, 'not-a-key.pem');
  writeFileSync(notAKey, 'secret text');

  it.each([
    ['an unknown option', ['--nope'], 2, '--nope'],
    ['a port without room', ['--port', '65534'], 2, '--port must be'],
    ['an address for everyone', ['--host', '0.0.0.0'], 2, '--allow-remote'],
    ['a clock it does not have', ['--clock', 'fast'], 2, 'frozen:<iso time>'],
    ['a key that is none', ['--dana-key', notAKey], 2, 'holds no private key'],
    ['a key that is not there', ['--doku-key', '/nowhere.pem'], 2, 'cannot be read'],
    ['half of DOKU’s endpoints', ['--doku-token-url', 'https://x.test/t'], 2, '--doku-notification-url'],
    ['a merchant that is no URL', ['--merchant', 'shop'], 2, '--merchant must be'],
    ['a merchant with a query', ['--merchant', 'https://x.test/pay?a=1'], 2, 'no query and no fragment'],
    ['a foreign state file', ['--port', '0', '--state', notAKey], 1, 'is not a state file'],
    ['a state file nobody can write', ['--port', '0', '--state', '/nowhere/state.json'], 1, 'Cannot write'],
  ])('refuses %s, and says what to change', async (_, args, code, message) => {
    const result = await running(args);
    expect(result).toMatchObject({ code, out: [] });
    expect(result.problem).toContain(message);
    expect(result.problem).not.toContain('secret text');
  });

  it('says which port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const { code, problem } = await running(['--port', port]);
    taken.close();
    expect([code, problem]).toEqual([1, expect.stringContaining(`Port ${port} is in use`)]);
  });
});
