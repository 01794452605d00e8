import { describe, expect, it } from 'vitest';
import vectors from '../vectors/dana.json' with { type: 'json' };
import { createMerchant, jakarta, orderOf, paths, start } from '../dana/merchant.ts';
import type { Spoil } from '../dana/merchant.ts';

const text = JSON.stringify(orderOf('ORDER-1'));
const query = `${paths.create}?trace=1`;

const mistakes: readonly (readonly [mistake: string, path: string, spoil: Spoil, causes: readonly string[]])[] = [
  ['a body written anew after signing', paths.create, { sentBody: text.replace('{"p', '{ "p') }, ['body-whitespace']],
  ['slashes escaped on the way', paths.create, { sentBody: text.replaceAll('/', '\\/') }, ['body-reserialised']],
  ['white space behind the body', paths.create, { sentBody: `${text}\n` }, ['body-whitespace']],
  ['another amount than signed', paths.create, { sentBody: text.replace('15000', '15001') }, ['text-changed']],
  ['the path of another call', paths.create, { signedPath: paths.query }, ['path-other']],
  ['a query inside the signed path', query, {}, ['path-query']],
  ['the whole address', paths.create, { signedPath: `https://api.sandbox.dana.id${paths.create}` }, ['path-full-url']],
  ['hexadecimal digits', paths.create, { encode: (bytes) => bytes.toString('hex') }, ['encoding-hex']],
  ['base64url', paths.create, { encode: (bytes) => bytes.toString('base64url') }, ['encoding-base64url']],
  ['DANA’s own key', paths.create, { key: vectors.keys.fakeDana.privatePkcs8Pem }, ['key-other']],
  ['another client', paths.create, { headers: { 'X-PARTNER-ID': '1' } }, ['client-other']],
  [
    'another time in the header',
    paths.create,
    { headers: { 'X-TIMESTAMP': jakarta(start + 1000) } },
    ['timestamp-skewed'],
  ],
  [
    'the same time in another zone',
    paths.create,
    { headers: { 'X-TIMESTAMP': '2026-09-01T03:00:00Z' } },
    ['timestamp-reformatted'],
  ],
  [
    'another path and a body written anew',
    paths.create,
    { signedPath: paths.query, sentBody: `${text} ` },
    ['body-whitespace', 'path-other'],
  ],
];

describe('a refused DANA signature', () => {
  it.each(mistakes)('is explained: %s', async (_, path, spoil, causes) => {
    const { simulator, call } = createMerchant();
    expect(await call(path, text, spoil)).toMatchObject({ code: '4015400' });
    const [event] = simulator.timeline('ORDER-1');
    expect(event?.signature).toMatchObject({ genuine: false, causes });
    expect(event?.request).toMatchObject({ method: 'POST', path, body: spoil.sentBody ?? text });
    expect(event?.answer?.status).toBe(401);
  });

  it('comes with what was expected, which then is accepted', async () => {
    const { simulator, call } = createMerchant();
    await call(paths.create, text, { signedPath: '/' });
    const { signature, request } = simulator.timeline('ORDER-1')[0] ?? {};
    expect(signature?.stringToSign).toMatch(/^POST:\/payment-gateway\/.+:[0-9a-f]{64}:2026-09-01T10:00:00\+07:00$/);
    expect(signature?.received).toBe(request?.headers['x-signature']);
    const headers = { 'X-SIGNATURE': signature?.expected };
    expect(await call(paths.create, text, { headers })).toMatchObject({ code: '2005400' });
  });

  it('is not there where the signature is genuine', async () => {
    const { simulator, call } = createMerchant();
    await call(paths.create, text);
    const answered = simulator.timeline('ORDER-1').find(({ type }) => type === 'request-answered');
    expect(answered?.signature).toMatchObject({ genuine: true, causes: [] });
  });
});
