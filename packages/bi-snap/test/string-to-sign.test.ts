import { describe, expect, it } from 'vitest';
import { hmacSha512, readRsaKey, rsaSha256 } from '@bayar/core/kit';
import { asymmetricStringToSign, symmetricStringToSign, tokenStringToSign } from '../src/string-to-sign.ts';
import asymmetric from './vectors/asymmetric.json' with { type: 'json' };
import symmetric from './vectors/symmetric.json' with { type: 'json' };

describe('the asymmetric string to sign', () => {
  const key = readRsaKey(asymmetric.privateKeyPkcs8Pem);
  if (typeof key === 'string') throw new Error('The vectors hold no key.');
  const sign = rsaSha256(key);

  it.each(asymmetric.messages)('is the recorded one, and signs to the recorded signature: $name', async (message) => {
    const text = await asymmetricStringToSign(message);
    expect(text).toBe(message.stringToSign);
    expect(await sign(text)).toBe(message.signature);
  });

  it('changes with each of its parts', async () => {
    const message = { method: 'POST', path: '/a', body: '{}', timestamp: '2026-09-01T10:00:00+07:00' };
    const changed = [
      {},
      { method: 'GET' },
      { path: '/b' },
      { body: '{ }' },
      { timestamp: '2026-09-01T10:00:01+07:00' },
    ];
    const texts = await Promise.all(changed.map((change) => asymmetricStringToSign({ ...message, ...change })));
    expect(new Set(texts).size).toBe(changed.length);
  });
});

describe('the symmetric string to sign', () => {
  const sign = hmacSha512(symmetric.secret);

  it.each(symmetric.messages)('is the recorded one, and signs to the recorded signature: $name', async (message) => {
    const text = await symmetricStringToSign(message, message.accessToken);
    expect(text).toBe(message.stringToSign);
    expect(await sign(text)).toBe(message.signature);
  });

  it.each(symmetric.forged)('does not sign to a forged signature: $name', async ({ base, body, signature }) => {
    const message = symmetric.messages.find(({ name }) => name === base);
    if (message === undefined) throw new Error('The vectors hold no such message.');
    expect(await sign(await symmetricStringToSign({ ...message, body }, message.accessToken))).not.toBe(signature);
  });
});

describe('the string to sign for a token', () => {
  it.each(asymmetric.tokenRequests.cases)('is the recorded one: $name', ({ timestamp, stringToSign }) => {
    expect(tokenStringToSign(asymmetric.tokenRequests.clientId, timestamp)).toBe(stringToSign);
  });
});
