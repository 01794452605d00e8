import { createHash, createHmac, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSimulator, signTestNotification, throwawayKeyPair } from '../../src/index.ts';
import type { DokuTestNotification, DokuVariant } from '../../src/index.ts';

const at = Date.parse('2026-01-02T10:00:00+07:00');
const payment = { reference: 'INV-1', amount: 2_500_000 };
const { credentials } = createSimulator().doku;
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const claims = { exp: at / 1000 + 900, iss: 'SHOP', clientId: credentials.clientId };
const unsigned = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
const accessToken = `${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), credentials.merchantPrivateKey).toString('base64url')}`;

const made = (changes: Partial<DokuTestNotification> = {}) =>
  signTestNotification.doku({
    url: 'https://shop.example/pay/doku/v1.0/debit/notify',
    credentials,
    accessToken,
    payment,
    at,
    ...changes,
  });

function decode(part: string): Record<string, unknown> {
  const text = Buffer.from(part, 'base64url').toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Whether a merchant with code of its own finds the signature right, and whether the token is its own and alive. */
async function judge(request: Request) {
  const text = await request.text();
  const bearer = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  const hash = createHash('sha256').update(text).digest('hex');
  const signed = ['POST', new URL(request.url).pathname, bearer, hash, request.headers.get('x-timestamp')].join(':');
  const expected = createHmac('sha512', credentials.secretKey).update(signed).digest('base64');
  const [head = '', payload = '', signature = ''] = bearer.split('.');
  const alg = decode(head)['alg'];
  const exp = Number(decode(payload)['exp']);
  const own = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${payload}`),
    credentials.merchantPublicKey,
    Buffer.from(signature, 'base64url'),
  );
  return {
    text,
    bearer,
    genuine: request.headers.get('x-signature') === expected,
    ownToken: alg === 'RS256' && own && exp * 1000 > at,
  };
}

describe('a test notification of DOKU', () => {
  it('is a signed POST that carries the token of the merchant', async () => {
    const request = made({ payment: { ...payment, acquirerReference: 'DOKU-1' } });
    expect(request.headers.get('x-partner-id')).toBe(credentials.clientId);
    const { text, ...verdict } = await judge(request);
    expect(verdict).toEqual({ bearer: accessToken, genuine: true, ownToken: true });
    expect(JSON.parse(text)).toMatchObject({
      originalPartnerReferenceNo: 'INV-1',
      originalReferenceNo: 'DOKU-1',
      latestTransactionStatus: '00',
      amount: { value: '25000.00', currency: 'IDR' },
      additionalInfo: { channelId: 'EMONEY_DANA_SNAP' },
    });
  });

  it.each<[DokuVariant, genuine: boolean, ownToken: boolean]>([
    ['bad-signature', false, true],
    ['no-signature', false, true],
    ['other-key', false, true],
    ['stale', true, true],
    ['future', true, true],
    ['altered-amount', false, true],
    ['other-amount', true, true],
    ['other-merchant', true, true],
    ['re-serialised', false, true],
    ['wrong-path', false, true],
    ['truncated', false, true],
    ['duplicate-key', true, true],
    ['hex-signature', false, true],
    ['case-swapped', false, true],
    ['no-bearer', false, false],
    ['foreign-bearer', true, false],
    ['expired-bearer', true, false],
    ['alg-confused-bearer', true, false],
    ['alg-none-bearer', true, false],
  ])('that is %s has a right signature: %s, and a token of the merchant: %s', async (variant, genuine, ownToken) => {
    expect(await judge(made({ variant }))).toMatchObject({ genuine, ownToken });
  });

  it('confuses the algorithm with the public key as the secret', async () => {
    const { bearer } = await judge(made({ variant: 'alg-confused-bearer' }));
    const [head = '', payload = '', mac] = bearer.split('.');
    expect(decode(head)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decode(payload)).toEqual(claims);
    const { merchantPublicKey } = credentials;
    expect(mac).toBe(createHmac('sha256', merchantPublicKey).update(`${head}.${payload}`).digest('base64url'));
  });

  it('forges tokens of merchants whose own are no JWT', async () => {
    const { bearer } = await judge(made({ variant: 'foreign-bearer', accessToken: 'opaque' }));
    expect(decode(bearer.split('.')[1] ?? '')).toEqual({});
  });
});

describe('the token request before it', () => {
  const asked = (variant?: 'bad-signature' | 'no-signature' | 'other-key' | 'other-merchant' | 'stale') =>
    signTestNotification.dokuToken({
      url: 'https://shop.example/pay/doku/token',
      credentials,
      at,
      ...(variant && { variant }),
    });
  const isGenuine = ({ headers }: Request) =>
    verify(
      'RSA-SHA256',
      Buffer.from(`${headers.get('x-client-key')}|${headers.get('x-timestamp')}`),
      createPublicKey(throwawayKeyPair('doku').publicKey),
      Buffer.from(headers.get('x-signature') ?? '', 'base64'),
    );

  it('is signed with the DOKU key in the name of the merchant', async () => {
    const request = asked();
    expect(isGenuine(request)).toBe(true);
    expect(request.headers.get('x-client-key')).toBe(credentials.clientId);
    expect(request.headers.get('x-timestamp')).toBe('2026-01-02T10:00:00+07:00');
    expect(await request.json()).toEqual({ grantType: 'client_credentials' });
  });

  it.each([
    ['bad-signature', false],
    ['no-signature', false],
    ['other-key', false],
    ['stale', true],
    ['other-merchant', true],
  ] as const)('that is %s verifies: %s', (variant, genuine) => {
    const request = asked(variant);
    expect(isGenuine(request)).toBe(genuine);
    expect(request.headers.has('x-signature')).toBe(variant !== 'no-signature');
    expect(request.headers.get('x-client-key') === credentials.clientId).toBe(variant !== 'other-merchant');
  });
});
