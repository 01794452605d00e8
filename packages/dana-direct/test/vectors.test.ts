import { asymmetricStringToSign } from '@bayar/bi-snap';
import { encodeText, readRsaKey, readSettings, resolveRuntime, rsaSha256 } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import { danaDirect, danaDirectConfig, danaSandboxPublicKey } from '../src/index.ts';
import { danaProtocol } from '../src/protocol.ts';
import { config, now, vectors } from './account.ts';
import { standingClock } from './clocks.ts';

const { synthetic, delivered } = vectors.notifications;
const recorded = [...vectors.requests, ...vectors.requestsOfUtcProcess];

describe('the recorded requests', () => {
  it.each(recorded)('string to sign of $name is reproduced from its body', async (vector) => {
    const { method, path, body, xTimestamp: timestamp } = vector;
    expect(await asymmetricStringToSign({ method, path, body, timestamp })).toBe(vector.stringToSign);
  });

  it.each(recorded)('signature of $name is reproduced with the merchant key', async (vector) => {
    const key = readRsaKey(config.privateKey);
    expect(typeof key === 'string' ? key : await rsaSha256(key)(vector.stringToSign)).toBe(vector.xSignature);
  });

  it.each(vectors.requests)('headers of $name carry that signature', async ({ path, body, xTimestamp, xSignature }) => {
    const settings = readSettings(danaDirectConfig, config, 'dana-direct');
    const protocol = danaProtocol(settings, resolveRuntime({ clock: standingClock(now) }));
    const authentication = await protocol.authenticate({ path, body }, { signal: new AbortController().signal });
    expect(authentication).toMatchObject({
      kind: 'ready',
      headers: { 'x-timestamp': xTimestamp, 'x-signature': xSignature, 'x-partner-id': config.clientId },
    });
  });

  it.each(Object.entries(vectors.keys.merchant).filter(([form]) => form.startsWith('private')))(
    'signature is the same with the key as %s',
    async (_, privateKey) => {
      const settings = readSettings(danaDirectConfig, { ...config, privateKey }, 'dana-direct');
      const [vector] = vectors.requests;
      expect(await rsaSha256(settings.privateKey)(vector?.stringToSign ?? '')).toBe(vector?.xSignature);
    },
  );
});

describe('the recorded notifications', () => {
  it('one signed for this suite is believed', async () => {
    expect(await receive(synthetic)).toMatchObject({ kind: 'notification', notification: { status: 'paid' } });
  });

  it('one that DANA delivered is believed with the published sandbox key', async () => {
    const received = await receive(delivered, {
      danaPublicKeys: danaSandboxPublicKey,
      merchantId: '216620080007039826152',
    });
    expect(received).toMatchObject({
      kind: 'notification',
      notification: {
        id: '20250916111230999500166191900293793:00',
        reference: 'LINKIT25091757998646',
        status: 'paid',
        amounts: [{ currency: 'IDR', minor: 10_000_000 }],
        paidAt: '2025-09-16T04:58:34.761Z',
      },
    });
  });

  it('is believed while an old key is still listed beside the new one', async () => {
    const danaPublicKeys = [danaSandboxPublicKey, vectors.keys.dana.publicSpkiPem];
    expect(await receive(synthetic, { danaPublicKeys })).toMatchObject({ kind: 'notification' });
  });

  const signature = synthetic.xSignature;
  const swapped = signature.replace(/[A-Za-z]/, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
  const forgeries: Record<string, Partial<typeof synthetic>> = {
    'an amount changed': { body: synthetic.body.replaceAll('15000.00', '25000.00') },
    'a status changed': { body: synthetic.body.replace('"00"', '"05"') },
    'one bit flipped in the body': { body: synthetic.body.replace('ORDER', 'NRDER') },
    'a newline after the body': { body: `${synthetic.body}\n` },
    'the same JSON in another order': { body: JSON.stringify(reversed(JSON.parse(synthetic.body) as object)) },
    'another time': { xTimestamp: '2026-09-01T10:02:13+07:00' },
    'the same time in another zone': { xTimestamp: '2026-09-01T03:02:12+00:00' },
    'another path': { path: '/v1.0/debit/notify' },
    'a slash after the path': { path: `${synthetic.path}/` },
    'another method': { method: 'PUT' },
    'the signature of another message': { xSignature: delivered.xSignature },
    'the case of one letter of the signature swapped': { xSignature: swapped },
    'the signature in lower case': { xSignature: signature.toLowerCase() },
    'the signature as hexadecimal': { xSignature: Buffer.from(signature, 'base64').toString('hex') },
    'the signature cut short': { xSignature: signature.slice(0, -4) },
    'the signature without padding': { xSignature: signature.replace(/=+$/, '') },
    'the signature with a blank inside': { xSignature: `${signature.slice(0, 10)} ${signature.slice(10)}` },
    'base64url instead of base64': { xSignature: Buffer.from(signature, 'base64').toString('base64url') },
    'a signature of zeros': { xSignature: Buffer.alloc(256).toString('base64') },
  };

  it.each(Object.entries(forgeries))('is refused with %s', async (_, change) => {
    expect(await receive({ ...synthetic, ...change })).toMatchObject({ kind: 'refused', reply: { status: 401 } });
  });

  it("is refused when it is signed with the merchant's own key", async () => {
    const key = readRsaKey(config.privateKey);
    const xSignature = typeof key === 'string' ? key : await rsaSha256(key)(synthetic.stringToSign);
    expect(await receive({ ...synthetic, xSignature })).toMatchObject({ kind: 'refused', refusal: 'bad-signature' });
  });

  it('is refused when only the key of another environment is configured', async () => {
    expect(await receive(synthetic, { danaPublicKeys: danaSandboxPublicKey })).toMatchObject({
      refusal: 'bad-signature',
    });
  });
});

type Message = Pick<typeof synthetic, 'method' | 'path' | 'xTimestamp' | 'body' | 'xSignature'>;

function receive(message: Message, change: Partial<typeof config> = {}) {
  const dana = danaDirect({ ...config, ...change }, { clock: standingClock(message.xTimestamp) });
  const headers = new Headers({ 'X-Timestamp': message.xTimestamp, 'X-Signature': message.xSignature });
  const { method, path, body } = message;
  return dana.inbound[0]?.receive({ method, path, query: '', headers, body: encodeText(body) });
}

function reversed(value: object): object {
  return Object.fromEntries(Object.entries(value).reverse());
}
