import { decodeBase64, encodeBase64, encodeHex, readRsaKey, rsaSha256 } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import { danaSandboxPublicKey, verifyingKey } from '../src/index.ts';
import { config, vectors } from './account.ts';
import { deliver } from './delivery.ts';

const { synthetic, delivered } = vectors.notifications;

describe('the recorded notifications', () => {
  it('one signed for this suite is believed', async () => {
    expect(await deliver(synthetic)).toMatchObject({ kind: 'notification', notification: { status: 'paid' } });
  });

  it('one that DANA delivered is believed with the published sandbox key', async () => {
    const received = await deliver(delivered, {
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

  it('is believed while an old key is still listed beside the new one, and says which verified it', async () => {
    const danaPublicKeys = [danaSandboxPublicKey, vectors.keys.dana.publicSpkiPem];
    const received = await deliver(synthetic, { danaPublicKeys });
    expect(received.kind === 'notification' ? verifyingKey(received.notification) : received).toBe(1);
  });

  const signature = synthetic.xSignature;
  const signatureBytes = decodeBase64(signature) ?? new Uint8Array();
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
    'the signature as hexadecimal': { xSignature: encodeHex(signatureBytes) },
    'the signature cut short': { xSignature: signature.slice(0, -4) },
    'the signature without padding': { xSignature: signature.replace(/=+$/, '') },
    'the signature with a blank inside': { xSignature: `${signature.slice(0, 10)} ${signature.slice(10)}` },
    'base64url instead of base64': {
      xSignature: signature.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    },
    'a signature of zeros': { xSignature: encodeBase64(new Uint8Array(256)) },
  };

  it.each(Object.entries(forgeries))('is refused with %s', async (_, change) => {
    expect(await deliver({ ...synthetic, ...change })).toMatchObject({ kind: 'refused', reply: { status: 401 } });
  });

  it("is refused when it is signed with the merchant's own key", async () => {
    const key = readRsaKey(config.privateKey);
    const xSignature = typeof key === 'string' ? key : await rsaSha256(key)(synthetic.stringToSign);
    expect(await deliver({ ...synthetic, xSignature })).toMatchObject({ kind: 'refused', refusal: 'bad-signature' });
  });

  it("is refused, although DANA's sandbox signed it, where another key is configured: there is no default", async () => {
    for (const environment of ['sandbox', 'production'] as const) {
      const received = await deliver(delivered, { environment, merchantId: '216620080007039826152' });
      expect(received).toMatchObject({ kind: 'refused', refusal: 'bad-signature' });
    }
  });

  it('is refused when only the key of another environment is configured', async () => {
    expect(await deliver(synthetic, { danaPublicKeys: danaSandboxPublicKey })).toMatchObject({
      refusal: 'bad-signature',
    });
  });
});

function reversed(value: object): object {
  return Object.fromEntries(Object.entries(value).reverse());
}
