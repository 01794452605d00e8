import { createHmac, createPublicKey, createSecretKey, hash, timingSafeEqual, verify } from 'node:crypto';
import type { InboundMessage } from '@bayar/core';
import { WebhookParser } from 'dana-node/webhook/v1';
import { measure, type Case } from '../measure.ts';
import { captureNotifications, danaKeys, dokuKeys, faspayKeys, take, type Delivery } from '../messages.ts';
import { dokuSignatures, openDokuLibrary } from '../official.ts';
import { openLoopback } from '../loopback.ts';
import { danaRows, hostileRow, otherRows, type DanaCase } from '../notification-rows.ts';
import type { Row } from '../row.ts';

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
