import { describe, expect, inject, it } from 'vitest';
import { minify, symmetricStringToSign, tokenStringToSign } from '@bayar/bi-snap';
import {
  encodeText,
  hmacSha512,
  implementation,
  readRsaKey,
  rsaSha256,
  rsaSha256Verifier,
  sha256Hex,
  type RsaKey,
} from '@bayar/core/kit';
import { notificationVerifier } from '../src/notification-signature.ts';
import { account, createdAnswer, openBench, order, vectors } from './bench.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which implementation the project must load. */
    readonly implementation: 'node' | 'web';
  }
}

it('the vectors run on the crypto of the platform', () => {
  expect(implementation).toBe(inject('implementation'));
});

function key(pem: string): RsaKey {
  const read = readRsaKey(pem);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

const privateKeys = {
  merchantPrivateKey: key(account.merchantPrivateKeyPkcs8Pem),
  dokuPrivateKey: key(account.dokuPrivateKeyPkcs8Pem),
};
const publicKeys = {
  merchantPublicKey: key(account.merchantPublicKeySpkiPem),
  dokuPublicKey: key(account.dokuPublicKeySpkiPem),
};
const named = <K extends string>(name: string, table: Record<K, RsaKey>): RsaKey => {
  if (!Object.hasOwn(table, name)) throw new Error(name);
  return table[name as K];
};

describe('the asymmetric signature of a token request', () => {
  it.each(vectors.asymmetric)('reproduces $name', async (vector) => {
    const text = tokenStringToSign(account.clientId, vector.xTimestamp);
    expect(text).toBe(vector.stringToSign);
    expect(await rsaSha256(named(vector.signedWith, privateKeys))(text)).toBe(vector.xSignature);
    expect(await rsaSha256Verifier(named(vector.verifyWith, publicKeys))(text, vector.xSignature)).toBe(true);
  });

  it('is what the gateway sends', async () => {
    const [vector] = vectors.asymmetric;
    const { doku, tokenRequests } = openBench(() => createdAnswer(), { at: vector?.xTimestamp ?? '' });
    await doku.createPayment(order());
    expect(tokenRequests[0]?.headers.get('x-signature')).toBe(vector?.xSignature);
    expect(tokenRequests[0]?.headers.get('x-client-key')).toBe(account.clientId);
  });
});

describe('the symmetric signature', () => {
  it.each(vectors.symmetric)('reproduces $name', async (vector) => {
    const { method, path, bodyRaw: body, xTimestamp: timestamp } = vector;
    const text = await symmetricStringToSign({ method, path, body, timestamp }, vector.accessToken);
    expect(await sha256Hex(body)).toBe(vector.sha256Hex);
    expect(text).toBe(vector.stringToSign);
    expect(await hmacSha512(account.clientSecret)(text)).toBe(vector.xSignature);
  });

  it.each([
    ['payment-array-urlParam', 'Shoes'],
    ['payment-title-with-spaces-unicode-and-escapes', 'Kopi  "Susu" & Café <1> \\ / ☕'],
  ])('of %s covers exactly the bytes the gateway sends', async (name, title) => {
    const vector = vectors.symmetric.find((candidate) => candidate.name === name);
    const { doku, sent } = openBench(() => createdAnswer(), {
      at: vector?.xTimestamp ?? '',
      token: () => Response.json({ responseCode: '2007300', accessToken: vector?.accessToken, expiresIn: '900' }),
    });
    await doku.createPayment(order({ title }));
    expect(await sent[0]?.text()).toBe(vector?.bodyRaw);
    expect(sent[0]?.headers.get('x-timestamp')).toBe(vector?.xTimestamp);
    expect(sent[0]?.headers.get('x-signature')).toBe(vector?.xSignature);
  });
});

describe('minified bodies', () => {
  it('hash to the value DOKU publishes', async () => {
    const vector = vectors.minify.find(({ name }) => name === 'doku-docs-published-sha256');
    expect(await sha256Hex(minify(vector?.bodyMinified ?? ''))).toBe(vector?.publishedByDoku);
  });

  it('lose the white space between tokens only', async () => {
    const vector = vectors.minify.find(({ name }) => name === 'pretty-printed-same-payment');
    expect(await sha256Hex(minify(vector?.bodyRaw ?? ''))).toBe(vector?.sha256HexAfterMinify);
    expect(minify('{ "t" : "a  b" }')).toBe('{"t":"a  b"}');
  });
});

const payment = vectors.symmetric[0];
const verify = notificationVerifier(account.clientSecret);

interface Signed {
  readonly method: string;
  readonly path: string;
  readonly accessToken: string;
  readonly xTimestamp: string;
  readonly bodyRaw: string;
  readonly xSignature: string;
}

function isAccepted(vector: Signed, verifier = verify): Promise<boolean> {
  const { method, path, bodyRaw, xTimestamp: timestamp, xSignature: signature, accessToken } = vector;
  const message = { method, path, query: '', headers: new Headers(), body: encodeText(bodyRaw) };
  return verifier(
    message,
    { timestamp, signature, partnerId: undefined, bearer: accessToken, body: bodyRaw },
    accessToken,
  );
}

describe('verification of a symmetric signature', () => {
  if (payment === undefined) throw new Error('no vector');

  it.each(vectors.symmetric)('accepts $name', async (vector) => {
    expect(await isAccepted(vector)).toBe(true);
  });

  it.each(vectors.recordedTraffic.filter(({ headers }) => headers.Authorization !== undefined))(
    'accepts what $sdk sent to $path',
    async ({ headers, ...vector }) => {
      const accessToken = headers.Authorization?.replace('Bearer ', '') ?? '';
      const [xTimestamp, xSignature] = [headers['X-TIMESTAMP'], headers['X-SIGNATURE']];
      expect(await isAccepted({ ...vector, accessToken, xTimestamp, xSignature })).toBe(true);
    },
  );

  it('accepts a pretty-printed body by its minified form, and an escaped one by its canonical form', async () => {
    const bodies = vectors.minify.filter(
      ({ name }) => name === 'pretty-printed-same-payment' || name === 'php-escaped-slash-body',
    );
    expect(bodies).toHaveLength(2);
    for (const { bodyRaw } of bodies) expect(await isAccepted({ ...payment, bodyRaw: bodyRaw ?? '' })).toBe(true);
  });

  const published = vectors.negative.flatMap((vector): [string, Partial<Signed>][] =>
    vector.xSignature === undefined ? [] : [[vector.name, { bodyRaw: vector.bodyRaw, xSignature: vector.xSignature }]],
  );
  const signature = payment.xSignature;
  const forged: readonly [string, Partial<Signed>][] = [
    ...published,
    ['a flipped bit in the signature', { xSignature: `u${signature.slice(1)}` }],
    ['a truncated signature', { xSignature: signature.slice(0, 84) }],
    ['a signature of another length', { xSignature: signature.slice(0, 84) + 'AAAAAAA=' }],
    ['a signature without padding', { xSignature: signature.slice(0, 86) }],
    ['base64url', { xSignature: signature.replaceAll('/', '_').replaceAll('+', '-') }],
    ['a signature with a blank behind it', { xSignature: `${signature} ` }],
    ['another spelling of the same bytes', { xSignature: signature.replace(/w==$/, 'x==') }],
    ['an empty signature', { xSignature: '' }],
    ['another path', { path: '/direct-debit/core/v1/debit/refund' }],
    ['a path with a slash behind it', { path: `${payment.path}/` }],
    ['another method', { method: 'PUT' }],
    ['another second', { xTimestamp: '2026-01-02T10:04:07+07:00' }],
    ['the same moment in another zone', { xTimestamp: '2026-01-02T03:04:06Z' }],
    ['another token', { accessToken: `${payment.accessToken}x` }],
    ['a changed byte in the body', { bodyRaw: payment.bodyRaw.replace('Shoes', 'shoes') }],
    ['a blank added inside a string', { bodyRaw: payment.bodyRaw.replace('Shoes', 'Sho es') }],
    ['no body', { bodyRaw: '' }],
    ['a body that is not JSON', { bodyRaw: `${payment.bodyRaw}}` }],
  ];

  it.each(forged)('refuses %s', async (_, change) => {
    expect(await isAccepted({ ...payment, ...change })).toBe(false);
  });

  it('refuses a signature made with another secret', async () => {
    expect(await isAccepted(payment, notificationVerifier(`${account.clientSecret}x`))).toBe(false);
  });
});
