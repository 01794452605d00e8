import { createHmac, createPublicKey, createSecretKey, hash, timingSafeEqual, verify } from 'node:crypto';
import type { InboundMessage } from '@bayar/core';
import { WebhookParser } from 'dana-node/webhook/v1';
import { measure, median, ratio, type Case, type Taken } from '../measure.ts';
import { captureNotifications, danaKeys, dokuKeys, faspayKeys, take, type Delivery } from '../messages.ts';
import { dokuSignatures, openDokuLibrary } from '../official.ts';
import { openLoopback } from '../loopback.ts';
import { micros, type Row } from '../row.ts';

const HOSTILE_BYTES = 131_072;

/** Believing notifications: ours, the official libraries, and the bare operations of `node:crypto`. */
export async function notifications(rounds: number): Promise<Row[]> {
  const { url, close } = await openLoopback();
  try {
    const { dana, doku, faspay } = await captureNotifications();
    const cases = { ...danaCases(dana), ...(await dokuCases(doku, url)), ...faspayCases(faspay) };
    const taken = await measure(cases, { rounds });
    const hostile = await measure(hostileCases(dana), { rounds: Math.min(rounds, 3), batchMs: 1 });
    return [...danaRows(taken), hostileRow(hostile), ...otherRows(taken)];
  } finally {
    close();
  }
}

type DanaCase = 'dana' | 'danaFloor' | 'danaNode' | 'forged' | 'forgedNode' | 'stale' | 'malformed';

function danaCases(delivery: Delivery): Record<DanaCase, Case> {
  const { message } = delivery;
  const forged = changed(delivery, 'x-signature', (signature) => `${signature.slice(0, -8)}AAAAAA==`);
  const stale = changed(delivery, 'x-timestamp', () => '2026-08-31T10:00:00+07:00');
  const malformed = changed(delivery, 'x-signature', () => 'not base64');
  const parser = new WebhookParser(danaKeys.danaPublicKey);
  const text = new TextDecoder().decode(message.body);
  const [genuine, wrong] = [message, forged.message].map(({ headers }) => Object.fromEntries(headers));
  return {
    dana: () => take(delivery, 'notification'),
    danaFloor: danaFloor(message),
    danaNode: () => parser.parseWebhook('POST', message.path, genuine ?? {}, text),
    forged: () => take(forged, 'refused'),
    forgedNode: () => refusedBy(() => parser.parseWebhook('POST', message.path, wrong ?? {}, text)),
    stale: () => take(stale, 'refused'),
    malformed: () => take(malformed, 'refused'),
  };
}

function danaFloor({ path, body, headers }: InboundMessage): Case {
  const key = createPublicKey(danaKeys.danaPublicKey);
  return () => {
    const signed = `POST:${path}:${hash('sha256', body, 'hex')}:${headers.get('x-timestamp') ?? ''}`;
    const signature = Buffer.from(headers.get('x-signature') ?? '', 'base64');
    if (!verify('RSA-SHA256', Buffer.from(signed), key, signature)) throw new Error('The floor refuses');
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  };
}

function hostileCases(delivery: Delivery): Record<'ours' | 'official', Case> {
  const { message } = delivery;
  const body = '{"a":"{'.repeat(HOSTILE_BYTES / 7);
  const hostile = { ...delivery, message: { ...message, body: new TextEncoder().encode(body) } };
  const parser = new WebhookParser(danaKeys.danaPublicKey);
  const headers = Object.fromEntries(message.headers);
  return {
    ours: () => take(hostile, 'refused'),
    official: () => refusedBy(() => parser.parseWebhook('POST', message.path, headers, body)),
  };
}

async function dokuCases(delivery: Delivery, url: string): Promise<Record<'doku' | 'dokuFloor' | 'dokuLibrary', Case>> {
  const { path, headers, body } = delivery.message;
  const read = (name: string): string => headers.get(name) ?? '';
  const bearer = read('authorization').replace(/^Bearer /, '');
  const text = new TextDecoder().decode(body);
  const library = await openDokuLibrary(url);
  const signatures = dokuSignatures();
  return {
    doku: () => take(delivery, 'notification'),
    dokuFloor: dokuFloor(delivery.message, bearer),
    dokuLibrary: () => {
      const wire = JSON.parse(text) as object;
      const [time, secret] = [read('x-timestamp'), dokuKeys.secretKey];
      const made = signatures.generateSymmetricSignature('POST', path, bearer, wire, time, secret);
      const genuine = signatures.compareSignaturesSymmetric(read('x-signature'), made);
      if (!genuine || library.validateTokenB2B(bearer) === false) throw new Error("DOKU's library refuses");
      return wire;
    },
  };
}

function dokuFloor({ path, headers, body }: InboundMessage, bearer: string): Case {
  const secret = createSecretKey(Buffer.from(dokuKeys.secretKey));
  const issuer = createPublicKey(dokuKeys.merchantPublicKey);
  return () => {
    const [head = '', claims = '', seal = ''] = bearer.split('.');
    const token = verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), issuer, Buffer.from(seal, 'base64url'));
    const signed = `POST:${path}:${bearer}:${hash('sha256', body, 'hex')}:${headers.get('x-timestamp') ?? ''}`;
    const expected = createHmac('sha512', secret).update(signed).digest();
    const received = Buffer.from(headers.get('x-signature') ?? '', 'base64');
    if (!token || !timingSafeEqual(expected, received)) throw new Error('The floor refuses');
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  };
}

function faspayCases(delivery: Delivery): Record<'faspay' | 'faspayFloor', Case> {
  const { body } = delivery.message;
  const { userId, password } = faspayKeys;
  return {
    faspay: () => take(delivery, 'notification'),
    faspayFloor: () => {
      const wire = JSON.parse(new TextDecoder().decode(body)) as Record<string, string>;
      const signed = `${userId}${password}${wire['bill_no'] ?? ''}${wire['payment_status_code'] ?? ''}`;
      const expected = hash('sha1', hash('md5', signed, 'hex'), 'hex');
      if (!timingSafeEqual(Buffer.from(expected), Buffer.from(wire['signature'] ?? ''))) throw new Error('Refused');
      return wire;
    },
  };
}

function danaRows(taken: Record<DanaCase, Taken>): Row[] {
  const { dana, danaFloor: floor, danaNode, forged, forgedNode, stale, malformed } = taken;
  const refusal = stale.cpu.map((value, index) => Math.max(value, malformed.cpu[index] ?? value));
  return [
    speed('DANA notification: ours, as fast as verifying and parsing alone', floor, dana, { goal: 0.8, gate: 0.7 }),
    speed('DANA notification: dana-node, in ours', danaNode, dana, { goal: 1, gate: 1 }),
    speed('DANA notification with a forged signature: dana-node, in ours', forgedNode, forged, { goal: 2, gate: 2 }),
    speed(
      'DANA notification, stale or malformed: dana-node refusing a forged one, in ours',
      forgedNode,
      { ...stale, cpu: refusal },
      { goal: 5, gate: 5 },
    ),
  ];
}

function hostileRow({ ours, official }: Record<'ours' | 'official', Taken>): Row {
  const bounds = { goal: 1_000, gate: 1_000 };
  return speed('Hostile body of 128 KiB: dana-node, in ours', official, ours, bounds);
}

type OtherCase = 'doku' | 'dokuFloor' | 'dokuLibrary' | 'faspay' | 'faspayFloor';

function otherRows(taken: Record<OtherCase, Taken>): Row[] {
  const { doku, dokuFloor: floor, dokuLibrary, faspay, faspayFloor } = taken;
  return [
    speed('DOKU notification: ours, as fast as verifying and parsing alone', floor, doku, { goal: 0.75, gate: 0.75 }),
    speed('DOKU notification: doku-nodejs-library, in ours', dokuLibrary, doku, { goal: 2, gate: 2 }),
    speed('Faspay notification: ours, as fast as verifying and parsing alone', faspayFloor, faspay, {
      goal: 0.7,
      gate: 0.2,
    }),
  ];
}

function speed(measure: string, theirs: Taken, ours: Taken, bounds: Pick<Row, 'goal' | 'gate'>): Row {
  const detail = `${micros(median(theirs.cpu))} to ${micros(median(ours.cpu))}`;
  return { measure, value: ratio(theirs.cpu, ours.cpu), unit: '×', better: 'higher', ...bounds, detail };
}

function changed({ route, message }: Delivery, name: string, change: (value: string) => string): Delivery {
  const headers = new Headers(message.headers);
  headers.set(name, change(headers.get(name) ?? ''));
  return { route, message: { ...message, headers } };
}

// What it throws is what it means; that it does is checked, because believing a forgery takes no time at all.
function refusedBy(parse: () => unknown): unknown {
  try {
    parse();
  } catch (error) {
    return error;
  }
  throw new Error('A forgery is believed');
}
