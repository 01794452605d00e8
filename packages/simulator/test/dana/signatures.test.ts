import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignatureOf, requestToSign, signText } from '../../src/dana/signature.ts';
import vectors from '../vectors/dana.json' with { type: 'json' };
import { createMerchant, orderOf, paths, readAnswer } from './merchant.ts';
import type { Spoil } from './merchant.ts';

const recorded = [...vectors.requestVectors, ...vectors.requestVectorsUtcProcess.vectors];
const onOrders = recorded.filter(({ path }) => path.includes('/debit/') || path.includes('consult-pay'));
const body = JSON.stringify(orderOf('ORDER-1'));

describe('recorded requests of the official client', () => {
  it.each(onOrders)('accepts the signature of $name ($processTimezone)', async ({ path, sdkRequestHeaders, body }) => {
    const { dana } = createMerchant();
    const headers = new Headers(sdkRequestHeaders.map(([name = '', value = '']): [string, string] => [name, value]));
    const answer = await readAnswer(
      await dana.fetch(`https://api.sandbox.dana.id${path}`, { method: 'POST', headers, body }),
    );
    expect(String(answer.code)).not.toMatch(/^40[01]/);
  });

  it.each(onOrders)(
    'derives the recorded string to sign of $name',
    ({ method, path, body, xTimestamp, stringToSign }) => {
      expect(requestToSign(method, path, Buffer.from(body), xTimestamp)).toBe(stringToSign);
    },
  );

  it('takes the recorded order, whose title holds raw UTF-8', async () => {
    const { dana, call } = createMerchant();
    const [order] = vectors.requestVectors;
    const answer = await call(paths.create, order?.body);
    expect(answer).toMatchObject({ status: 200, code: '2005400', message: 'Successful' });
    expect(dana.payment('ORDER-2026-0001')).toMatchObject({ amount: 1_500_000, status: 'INIT', charges: 0 });
  });

  it('DANA 9.3/strict: refuses a timestamp in UTC when only the documented format is taken', async () => {
    const { dana } = createMerchant({ timestampFormat: 'jakarta' });
    const [order] = vectors.requestVectorsUtcProcess.vectors;
    const headers = new Headers(
      order?.sdkRequestHeaders.map(([name = '', value = '']): [string, string] => [name, value]),
    );
    const request = { method: 'POST', headers, body: order?.body ?? '' };
    const answer = await readAnswer(await dana.fetch(`https://api.sandbox.dana.id${paths.create}`, request));
    expect(answer).toMatchObject({ status: 400, code: '4005401', message: 'Invalid Field Format X-TIMESTAMP' });
  });
});

describe('notifications', () => {
  it('signs the recorded notification with the recorded signature', () => {
    const { body, path, xTimestamp, xSignature } = vectors.webhook.synthetic;
    const toSign = requestToSign('POST', path, Buffer.from(body), xTimestamp);
    expect(signText(toSign, vectors.keys.fakeDana.privatePkcs8Pem)).toBe(xSignature);
  });

  it.each(vectors.webhook.danaSigned)(
    'verifies a notification DANA itself signed',
    ({ body, path, xTimestamp, xSignature }) => {
      const key = vectors.keys.danaSandboxPublic.publicSpkiPem;
      expect(isSignatureOf(xSignature, requestToSign('POST', path, Buffer.from(body), xTimestamp), key)).toBe(true);
      expect(isSignatureOf(xSignature, requestToSign('POST', path, Buffer.from(`${body} `), xTimestamp), key)).toBe(
        false,
      );
    },
  );
});

const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});
const swapCase = (text: string) =>
  text.replace(/[A-Za-z]/, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()));

const badSignatures: readonly [name: string, spoil: Spoil][] = [
  ['whose amount changed after signing', { sentBody: body.replace('15000.00', '15001.00') }],
  ['whose body gained a blank after signing', { sentBody: `${body} ` }],
  ['whose body gained a blank inside', { sentBody: body.replace(':', ': ') }],
  ['signed for another path', { signedPath: paths.query }],
  ['signed for the path without its ending', { signedPath: paths.create.replace('.htm', '') }],
  ['signed for the path with its host', { signedPath: `https://api.sandbox.dana.id${paths.create}` }],
  ['signed with another key', { key: String(otherKey) }],
  [
    'whose signature has one letter in the other case',
    { encode: (signature) => swapCase(signature.toString('base64')) },
  ],
  ['whose signature is lower-cased', { encode: (signature) => signature.toString('base64').toLowerCase() }],
  ['whose signature is hexadecimal', { encode: (signature) => signature.toString('hex') }],
  ['whose signature is base64url', { encode: (signature) => signature.toString('base64url') }],
  ['whose signature lost its padding', { encode: (signature) => signature.toString('base64').replace(/=+$/, '') }],
  ['whose signature gained a letter', { encode: (signature) => `${signature.toString('base64')}A` }],
  ['whose timestamp changed after signing', { headers: { 'X-TIMESTAMP': '2026-09-01T10:00:01+07:00' } }],
  ['of a client DANA does not know', { headers: { 'X-PARTNER-ID': '2026010112345678900000' } }],
];

describe('signatures of requests', () => {
  it.each(badSignatures)('DANA 9.4: refuses a request %s', async (_, spoil) => {
    const { dana, call } = createMerchant();
    const answer = await call(paths.create, body, spoil);
    expect(answer).toMatchObject({ status: 401, code: '4015400', message: 'Unauthorized. Invalid Signature' });
    expect(answer.body).not.toHaveProperty('partnerReferenceNo');
    expect(dana.payments()).toEqual([]);
  });

  it('DANA 9.4/order: checks the signature before the body', async () => {
    const { call } = createMerchant();
    const order = orderOf('ORDER-1', { validUpTo: '2030-01-01T00:00:00+07:00' });
    expect(await call(paths.create, order, { key: String(otherKey) })).toMatchObject({ code: '4015400' });
  });
});

describe('headers of requests', () => {
  it.each(['X-TIMESTAMP', 'X-SIGNATURE', 'X-PARTNER-ID', 'X-EXTERNAL-ID', 'CHANNEL-ID'])(
    'DANA 9.2: refuses a request without %s',
    async (name) => {
      const { call } = createMerchant();
      for (const value of [undefined, '']) {
        const answer = await call(paths.create, body, { headers: { [name]: value } });
        expect(answer).toMatchObject({ status: 400, code: '4005402', message: `Invalid Mandatory Field ${name}` });
      }
    },
  );

  it.each(['2026-09-01 10:00:00+07:00', '2026-09-01T10:00:00.000+07:00', '2026-02-31T10:00:00+07:00', '1788231600'])(
    'DANA 9.3: refuses the timestamp %s before it looks at the signature',
    async (timestamp) => {
      const { call } = createMerchant();
      const answer = await call(paths.query, {}, { timestamp, encode: () => 'wrong' });
      expect(answer).toMatchObject({ status: 400, code: '4005501', message: 'Invalid Field Format X-TIMESTAMP' });
    },
  );

  it('DANA 9.3/skew: takes a stale timestamp, as the sandbox does, unless a tolerance is set', async () => {
    const stale = { timestamp: '2026-09-01T09:00:00+07:00' };
    expect(await createMerchant().call(paths.create, body, stale)).toMatchObject({ code: '2005400' });
    const strict = await createMerchant({ clockSkewMs: 300_000 }).call(paths.create, body, stale);
    expect(strict).toMatchObject({ code: '4005401', message: 'Invalid Field Format X-TIMESTAMP' });
  });
});
