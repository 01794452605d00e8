import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@bayar/core/kit';
import type { Events, Ledger, Payments } from '@bayar/payments';
import { createSimulator, type Simulator } from '@bayar/simulator';
import { sqliteLedger } from '../src/sqlite-ledger.ts';
import { openShop, type Acquirer, type Premises } from './open-shop.ts';
import type { Task } from './shop-process.ts';

/** Longer than any claim is held: whoever held it is taken for dead. */
const LATER_MS = 300_000;
const PROGRAM = fileURLToPath(new URL('shop-process.ts', import.meta.url));

/** The acquirers on ports of their own, a ledger on disk, and this process as the shop that opens after the others. */
export interface Street {
  readonly simulator: Simulator;
  readonly ledger: Ledger;
  readonly premises: Premises;
  /** What happened to this process's handlers. */
  readonly paid: Events['payment.paid'][];
  /** This process's shop, later. It takes the notifications from now on. */
  readonly open: (active: Acquirer) => Payments;
  /** Runs another process to its end; `killed` ends it from outside. Answers what it printed and what ended it. */
  readonly run: (task: Omit<Task, 'premises'>, killed?: AbortSignal) => Promise<Ended>;
  readonly close: () => Promise<void>;
}

/** How a process ended. */
export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly printed: string;
}

/** Opens everything. */
export async function openStreet(): Promise<Street> {
  let shop: Payments | undefined;
  const simulator = createSimulator({
    send: async (request) => shop?.handler(request) ?? new Response(null, { status: 503 }),
  });
  const { close, ...hosts } = await simulator.listen();
  simulator.doku.register({
    tokenUrl: 'https://shop.example/pay/doku/token',
    notificationUrl: 'https://shop.example/pay/doku/v1.0/debit/notify',
  });
  simulator.faspay.register({ notificationUrl: 'https://shop.example/pay/faspay/notification' });
  const folder = await mkdtemp(join(tmpdir(), 'bayar-crash-'));
  const { dana, doku, faspay } = simulator.settings;
  const premises: Premises = {
    file: join(folder, 'ledger.db'),
    accounts: {
      dana: { ...dana, baseUrl: hosts.dana },
      doku: { ...doku, baseUrl: hosts.doku },
      faspay: { ...faspay, baseUrl: hosts.faspay },
    },
  };
  const ledger = sqliteLedger(premises.file);
  const paid: Events['payment.paid'][] = [];
  return {
    simulator,
    ledger,
    premises,
    paid,
    open: (active) => {
      const clock = { ...systemClock, now: () => new Date(Date.now() + LATER_MS) };
      shop = openShop(premises, ledger, active, clock);
      shop.on('payment.paid', (event) => void paid.push(event));
      return shop;
    },
    run: (task, killed) => run({ ...task, premises }, killed),
    close: async () => {
      ledger.close();
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

function run(task: Task, killed?: AbortSignal): Promise<Ended> {
  const child = spawn(process.execPath, ['--conditions=@bayar/source', PROGRAM, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  killed?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => void (printed += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => resolve({ signal, printed }));
  });
}
