import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyLike,
  type SignKeyObjectInput,
  constants,
} from 'node:crypto';
import { expect, it } from 'vitest';
import { deliver, fetchToken, notification, NOW } from './as-doku.ts';
import { account, coded, openBench, vectors } from './bench.ts';

const now = Date.parse(NOW) / 1_000;
const good = { exp: now + 900, iat: now, nbf: now, iss: account.clientId, clientId: account.clientId, jti: 'j' };
const payloads = { valid: JSON.stringify(good), expired: JSON.stringify({ ...good, exp: now - 1, nbf: now - 901 }) };
const merchantKey = account.merchantPrivateKeyPkcs8Pem;
const publicKey = createPublicKey(account.merchantPublicKeySpkiPem);
const spki = publicKey.export({ type: 'spki', format: 'der' });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

type SignText = (text: string) => string;
const encode = (value: string | Uint8Array): string => Buffer.from(value).toString('base64url');
const jwt = (header: string, payload: string, signText: SignText): string => {
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${signText(signed)}`;
};
const rsa =
  (hash: string, key: KeyLike | SignKeyObjectInput = merchantKey): SignText =>
  (text) =>
    sign(hash, Buffer.from(text), key).toString('base64url');
const pss =
  (hash: string): SignText =>
  (text) =>
    sign(hash, Buffer.from(text), {
      key: merchantKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    }).toString('base64url');
const hmac =
  (hash: string, key: string | Buffer): SignText =>
  (text) =>
    createHmac(hash, key).update(text).digest('base64url');
const header = (alg: string, more: object = {}): string => JSON.stringify({ alg, typ: 'JWT', ...more });
const RS256 = header('RS256');

const hmacKeys: readonly (readonly [form: string, key: string | Buffer])[] = [
  ['PEM', account.merchantPublicKeySpkiPem],
  ['PEM without its last newline', account.merchantPublicKeySpkiPem.trim()],
  ['DER', spki],
  ['PKCS#1 DER', publicKey.export({ type: 'pkcs1', format: 'der' })],
  ['base64', spki.toString('base64')],
  ['JWK', JSON.stringify(publicKey.export({ format: 'jwk' }))],
  ['nothing', ''],
  ['the Secret Key', account.clientSecret],
];

const algorithms: readonly (readonly [name: string, header: string, sign: SignText])[] = [
  ...['none', 'None', 'NONE', 'nOnE'].map((alg) => [`${alg}, unsigned`, header(alg), () => ''] as const),
  ['none, signed', header('none'), rsa('sha256')],
  ['RS256, unsigned', RS256, () => ''],
  ...hmacKeys.flatMap(([form, key]) =>
    ['256', '384', '512'].map(
      (bits) => [`HS${bits} keyed with ${form}`, header(`HS${bits}`), hmac(`sha${bits}`, key)] as const,
    ),
  ),
  ...hmacKeys.map(([form, key]) => [`an HMAC called RS256, keyed with ${form}`, RS256, hmac('sha256', key)] as const),
  ['RS384', header('RS384'), rsa('sha384')],
  ['RS512', header('RS512'), rsa('sha512')],
  ['PS256', header('PS256'), pss('sha256')],
  ['PS384', header('PS384'), pss('sha384')],
  ['PS512', header('PS512'), pss('sha512')],
  ['PS256 called RS256', RS256, pss('sha256')],
  ['RS384 called RS256', RS256, rsa('sha384')],
  [
    'ES256',
    header('ES256'),
    rsa('sha256', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, dsaEncoding: 'ieee-p1363' }),
  ],
  ['RS256 of a stranger', RS256, rsa('sha256', other.privateKey)],
  ["RS256 of DOKU's own key", RS256, rsa('sha256', account.dokuPrivateKeyPkcs8Pem)],
  [
    'RS256 of a key inside the token',
    header('RS256', { jwk: other.publicKey.export({ format: 'jwk' }) }),
    rsa('sha256', other.privateKey),
  ],
  ['no alg', '{"typ":"JWT"}', rsa('sha256')],
  ['a null alg', '{"alg":null,"typ":"JWT"}', rsa('sha256')],
  ['an alg in a list', '{"alg":["RS256"],"typ":"JWT"}', rsa('sha256')],
  ['alg twice, the good one last', '{"alg":"none","alg":"RS256","typ":"JWT"}', rsa('sha256')],
  ['alg twice, the good one first', '{"alg":"RS256","alg":"none","typ":"JWT"}', rsa('sha256')],
  ['alg in another case', header('rs256'), rsa('sha256')],
  ['a critical extension', header('RS256', { crit: ['exp'], exp: now + 900 }), rsa('sha256')],
  ['an unencoded payload', header('RS256', { b64: false, crit: ['b64'] }), rsa('sha256')],
  ['a header that is not JSON', 'RS256', rsa('sha256')],
];

const claims: readonly (readonly [name: string, payload: string])[] = [
  ['expired', payloads.expired],
  ['expiring this second', JSON.stringify({ ...good, exp: now })],
  ['without exp', JSON.stringify({ ...good, exp: undefined })],
  ['with exp in words', JSON.stringify({ ...good, exp: String(good.exp) })],
  ['with exp null', JSON.stringify({ ...good, exp: null })],
  ['of another client', JSON.stringify({ ...good, clientId: 'BRN-9' })],
  ['without client', JSON.stringify({ ...good, clientId: undefined })],
  ['of another issuer', JSON.stringify({ ...good, iss: 'DOKU' })],
  ['without issuer', JSON.stringify({ ...good, iss: undefined })],
  ['with its issuer in a list', JSON.stringify({ ...good, iss: [good.iss] })],
  ['not valid yet', JSON.stringify({ ...good, nbf: now + 1 })],
  ['valid from tomorrow', JSON.stringify({ ...good, nbf: now + 86_400 })],
  ['without nbf', JSON.stringify({ ...good, nbf: undefined })],
  ['with exp twice', `{"exp":1,${payloads.valid.slice(1)}`],
  ['that is a list', `[${payloads.valid}]`],
  ['that is not JSON', 'exp'],
  ['that is empty', ''],
];

const valid = jwt(RS256, payloads.valid, rsa('sha256'));
const [head = '', body = '', signature = ''] = valid.split('.');
const spellings: readonly (readonly [name: string, token: string])[] = [
  ['with two parts', `${head}.${body}`],
  ['with four parts', `${valid}.`],
  ['with padding', `${valid}==`],
  ['with base64 for base64url', `${head}.${body}.${signature.replaceAll('-', '+').replaceAll('_', '/')}`],
  ['with a cut signature', valid.slice(0, -4)],
  [
    'with another spelling of its last byte',
    valid.slice(0, -1) + (valid.endsWith('A') ? 'B' : valid.endsWith('g') ? 'h' : valid.endsWith('w') ? 'x' : 'R'),
  ],
  ['with a changed payload', `${head}.${encode(JSON.stringify({ ...good, exp: good.exp + 1 }))}.${signature}`],
  ['longer than DOKU takes', jwt(RS256, JSON.stringify({ ...good, jti: 'x'.repeat(2_048) }), rsa('sha256'))],
  ['of the official library, whose issuer has another name', vectors.jwt[0]?.token ?? ''],
];

const forgeries: readonly (readonly [name: string, token: string])[] = [
  ...algorithms.flatMap(([name, head, signText]) =>
    Object.entries(payloads).map(([when, payload]) => [`${name}, ${when}`, jwt(head, payload, signText)] as const),
  ),
  ...claims.map(([name, payload]) => [`RS256 ${name}`, jwt(RS256, payload, rsa('sha256'))] as const),
  ...spellings,
];

/** The notification is signed over the very token it presents, so that nothing but the token can be the reason. */
async function isAccepted(token: string): Promise<boolean> {
  const { doku } = openBench(() => coded('5000500'), { at: NOW });
  const received = await deliver(doku, notification({ token }));
  if (received.kind === 'notification') return true;
  expect(received).toMatchObject({
    kind: 'refused',
    refusal: expect.stringMatching(/^(bad-token|missing-credential)$/),
    reply: { status: 401 },
  });
  return false;
}

it('accepts a token like those it issues, so that the forgeries are refused for what is forged in them', async () => {
  expect(await isAccepted(valid)).toBe(true);
});

it('accepts no forged token', async () => {
  const accepted: string[] = [];
  for (const [name, token] of forgeries) if (await isAccepted(token)) accepted.push(name);
  process.stdout.write(`doku forged tokens: ${String(forgeries.length)} tried, ${String(accepted.length)} accepted\n`);
  expect(accepted).toEqual([]);
  expect(forgeries.length).toBeGreaterThanOrEqual(40);
});

it('issues tokens with the documented claims, no longer than DOKU takes, each of its own', async () => {
  const { doku } = openBench(() => coded('5000500'), { at: NOW, config: { issuer: 'shop.example' } });
  const tokens = [await fetchToken(doku), await fetchToken(doku)];
  expect(new Set(tokens).size).toBe(2);
  const [head = '', payload = ''] = tokens[0]?.split('.') ?? [];
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'RS256', typ: 'JWT' });
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
    exp: now + 900,
    iat: now,
    nbf: now - 60,
    iss: 'shop.example',
    clientId: account.clientId,
    jti: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(tokens[0]?.length).toBeLessThanOrEqual(2_048);
});

it('keeps its tokens good for their whole life, for every use, and not a second longer', async () => {
  const { doku, clock } = openBench(() => coded('5000500'), { at: NOW });
  const token = await fetchToken(doku);
  clock.advance(899_000);
  const inTime = notification({ token, timestamp: '2026-01-02T10:20:00+07:00' });
  expect((await deliver(doku, inTime)).kind).toBe('notification');
  expect((await deliver(doku, inTime)).kind).toBe('notification');
  clock.advance(1_000);
  expect(await deliver(doku, inTime)).toMatchObject({ kind: 'refused', refusal: 'bad-token' });
});

it('accepts a token of a sister process whose clock is up to a minute ahead', async () => {
  const ahead = openBench(() => coded('5000500'), { at: '2026-01-02T10:06:01+07:00' });
  const { doku } = openBench(() => coded('5000500'), { at: NOW });
  expect((await deliver(doku, notification({ token: await fetchToken(ahead.doku) }))).kind).toBe('notification');
});
