import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import type { Endpoints } from '../control/control.ts';

/** What was asked on the command line, checked. */
export interface Options {
  readonly help: boolean;
  readonly json: boolean;
  readonly port: number;
  readonly host: string;
  readonly state: string | undefined;
  /** Milliseconds since the epoch at which the clock stands still; absent where it follows the machine. */
  readonly frozenAt: number | undefined;
  readonly seed: string | undefined;
  readonly danaKey: string | undefined;
  readonly dokuKey: string | undefined;
  readonly endpoints: Endpoints;
}

/** A command line that cannot be followed; the message says what to change. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const known = {
  port: text,
  host: text,
  'allow-remote': flag,
  state: text,
  clock: text,
  seed: text,
  'dana-key': text,
  'doku-key': text,
  merchant: text,
  'doku-token-url': text,
  'doku-notification-url': text,
  'faspay-notification-url': text,
  'faspay-return-url': text,
  json: flag,
  help: flag,
} as const;

/** Reads the command line. Throws `UsageProblem`. */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  return {
    help: values.help,
    json: values.json,
    port: readPort(values.port ?? '4010'),
    host: readHost(values.host ?? '127.0.0.1', values['allow-remote']),
    state: values.state,
    frozenAt: readClock(values.clock ?? 'real'),
    seed: values.seed,
    danaKey: values['dana-key'],
    dokuKey: values['doku-key'],
    endpoints: readEndpoints(values),
  };
}

type Values = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, strict: true }).values;
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
}

/** The last port that leaves room for the three after it. */
const lastPort = 65_532;

function readPort(port: string): number {
  if (!/^\d{1,5}$/.test(port) || Number(port) > lastPort) {
    throw new UsageProblem(`--port must be a number from 0 to ${lastPort}, not ${port}`);
  }
  return Number(port);
}

function readHost(host: string, allowRemote: boolean): string {
  const isLoopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  if (!isLoopback && !allowRemote) {
    throw new UsageProblem(
      `--host ${host} can be reached from other machines, and the control room asks nobody who they are. Add --allow-remote if you mean it`,
    );
  }
  return host;
}

function readClock(clock: string): number | undefined {
  if (clock === 'real') return undefined;
  const at = clock.startsWith('frozen:') ? Date.parse(clock.slice('frozen:'.length)) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new UsageProblem(
      `--clock must be real or frozen:<iso time>, for example frozen:2026-01-02T10:00:00+07:00, not ${clock}`,
    );
  }
  return at;
}

function readEndpoints(values: Values): Endpoints {
  const merchant = readBase(values.merchant);
  const url = (name: Exclude<UrlFlag, 'merchant'>, path: string) =>
    readUrl(name, values[name]) ?? (merchant === undefined ? undefined : `${merchant}${path}`);
  const tokenUrl = url('doku-token-url', '/doku/token');
  const dokuUrl = url('doku-notification-url', '/doku/v1.0/debit/notify');
  const faspayUrl = url('faspay-notification-url', '/faspay/notification');
  const returnUrl = url('faspay-return-url', '/faspay/return');
  if ((tokenUrl === undefined) !== (dokuUrl === undefined)) {
    throw new UsageProblem('DOKU needs both --doku-token-url and --doku-notification-url');
  }
  if (faspayUrl === undefined && returnUrl !== undefined) {
    throw new UsageProblem('--faspay-return-url needs --faspay-notification-url');
  }
  return {
    ...(tokenUrl !== undefined && dokuUrl !== undefined && { doku: { tokenUrl, notificationUrl: dokuUrl } }),
    ...(faspayUrl !== undefined && {
      faspay: { notificationUrl: faspayUrl, ...(returnUrl !== undefined && { returnUrl }) },
    }),
  };
}

type UrlFlag =
  'merchant' | 'doku-token-url' | 'doku-notification-url' | 'faspay-notification-url' | 'faspay-return-url';

/** What the paths of the acquirers' endpoints are appended to. */
function readBase(value: string | undefined): string | undefined {
  const url = readUrl('merchant', value);
  if (url !== undefined && /[?#]/.test(url)) {
    throw new UsageProblem(
      `--merchant is followed by the paths of endpoints: it has no query and no fragment, as ${url} has`,
    );
  }
  return url?.replace(/\/+$/, '');
}

function readUrl(name: UrlFlag, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new UsageProblem(`--${name} must be an http or https URL, not ${value}`);
  }
  return value;
}
