import { asymmetricStringToSign, tokenStringToSign } from '@bayar/bi-snap';
import { readRsaKey, readSettings, resolveRuntime, rsaSha256 } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import { danaDirectConfig } from '../src/index.ts';
import { danaProtocol } from '../src/protocol.ts';
import { config, now, vectors } from './account.ts';
import { standingClock } from './clocks.ts';

const recorded = [...vectors.requests, ...vectors.requestsOfUtcProcess];
const forTokens = '/v1.0/access-token/b2b2c.htm';

describe('the recorded requests', () => {
  it.each(recorded)('string to sign of $name is reproduced from its body', async (vector) => {
    const { method, path, body, xTimestamp: timestamp } = vector;
    const text =
      path === forTokens
        ? tokenStringToSign(config.clientId, timestamp)
        : await asymmetricStringToSign({ method, path, body, timestamp });
    expect(text).toBe(vector.stringToSign);
  });

  it.each(recorded)('signature of $name is reproduced with the merchant key', async (vector) => {
    const key = readRsaKey(config.privateKey);
    expect(typeof key === 'string' ? key : await rsaSha256(key)(vector.stringToSign)).toBe(vector.xSignature);
  });

  it.each(vectors.requests.filter(({ path }) => path !== forTokens))(
    'headers of $name carry that signature',
    async ({ path, body, xTimestamp, xSignature }) => {
      const settings = readSettings(danaDirectConfig, config, 'dana-direct');
      const protocol = danaProtocol(settings, resolveRuntime({ clock: standingClock(now) }));
      const authentication = await protocol.authenticate({ path, body }, { signal: new AbortController().signal });
      expect(authentication).toMatchObject({
        kind: 'ready',
        headers: { 'x-timestamp': xTimestamp, 'x-signature': xSignature, 'x-partner-id': config.clientId },
      });
    },
  );

  const { privatePkcs8Pem: pem, privatePkcs1Pem: pkcs1 } = vectors.keys.merchant;
  const forms = {
    ...Object.fromEntries(Object.entries(vectors.keys.merchant).filter(([form]) => form.startsWith('private'))),
    'PEM with CRLF': pem.replaceAll('\n', '\r\n'),
    'PEM with escaped CRLF': pem.replaceAll('\n', '\\r\\n'),
    'PEM in quotes': `"${pem}"`,
    'escaped PEM in quotes': `"${pem.replaceAll('\n', '\\n')}"`,
    'PEM on one line with blanks': pem.replaceAll('\n', ' '),
    'PKCS#1 PEM on one line': pkcs1.replaceAll('\n', ' '),
  };

  it.each(Object.entries(forms))('signature is the same with the key as %s', async (_, privateKey) => {
    const settings = readSettings(danaDirectConfig, { ...config, privateKey }, 'dana-direct');
    const [vector] = vectors.requests;
    expect(await rsaSha256(settings.privateKey)(vector?.stringToSign ?? '')).toBe(vector?.xSignature);
  });
});
