import { encodeText } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import type { DanaDirectConfig } from '../src/index.ts';
import { vectors } from './account.ts';
import { deliver, paid, receive, signed } from './delivery.ts';

const { synthetic } = vectors.notifications;
const key = vectors.keys.dana.publicSpkiPem;
const bare = key.replace(/-----[^-]+-----/g, '').replaceAll('\n', '');
const pkcs1 = { danaPublicKeys: pkcs1Of(key) };

const exactly = () => deliver(synthetic);
const spelt = async (signature: string, timestamp: string) => {
  const message = await signed(paid);
  const headers = new Headers();
  headers.set(signature, message.headers.get('x-signature') ?? '');
  headers.set(timestamp, message.headers.get('x-timestamp') ?? '');
  return receive({ ...message, headers });
};
const with_ = (change: Partial<typeof synthetic>) => () => deliver({ ...synthetic, ...change });
const keyed = async (danaPublicKeys: DanaDirectConfig['danaPublicKeys']) => deliver(synthetic, { danaPublicKeys });

/** What this adapter does with each input dana-node was tried with: only the exact message is believed. */
const ours: Readonly<Record<string, readonly [verdict: string, run: () => Promise<{ readonly kind: string }>]>> = {
  'exact raw body, X-SIGNATURE/X-TIMESTAMP': ['notification', () => spelt('X-SIGNATURE', 'X-TIMESTAMP')],
  'Title-Case headers X-Signature/X-Timestamp': ['notification', () => spelt('X-Signature', 'X-Timestamp')],
  'lower-case headers (Node req.headers)': ['notification', () => spelt('x-signature', 'x-timestamp')],
  'X-signature/X-timestamp': ['notification', () => spelt('X-signature', 'X-timestamp')],
  'path without leading slash': ['refused', with_({ path: 'dana/notify' })],
  'method lower-case': ['refused', with_({ method: 'post' })],
  'path with ?query appended': ['refused', with_({ path: '/dana/notify?a=1' })],
  'absolute URL instead of path': ['refused', with_({ path: 'https://merchant.example/dana/notify' })],
  'path /v1.0/debit/notify while URL registered was /dana/notify': ['refused', with_({ path: '/v1.0/debit/notify' })],
  'trailing slash added': ['refused', with_({ path: '/dana/notify/' })],
  'JSON.stringify(JSON.parse(body)) with the same key order': [
    'notification',
    with_({ body: JSON.stringify(JSON.parse(synthetic.body)) }),
  ],
  'pretty-printed body': ['refused', with_({ body: JSON.stringify(JSON.parse(synthetic.body), null, 2) })],
  'one space after a colon': ['refused', with_({ body: synthetic.body.replace(':', ': ') })],
  'trailing newline': ['refused', with_({ body: `${synthetic.body}\n` })],
  'top-level key order changed': ['refused', with_({ body: reordered(synthetic.body) })],
  'amount changed': ['refused', with_({ body: synthetic.body.replaceAll('15000.00', '15001.00') })],
  'timestamp changed': ['refused', with_({ xTimestamp: '2026-09-01T10:02:13+07:00' })],
  'timestamp years old but correctly signed': [
    'refused',
    async () => receive(await signed(paid, { timestamp: '2020-09-01T10:00:00+07:00' })),
  ],
  'space inserted inside a JSON key name': [
    'refused',
    with_({ body: synthetic.body.replace('merchantId', 'merchant Id') }),
  ],
  '\\" turned into \\\\\\" in nested JSON strings': [
    'refused',
    with_({ body: synthetic.body.replaceAll('\\"', '\\\\\\"') }),
  ],
  'signed body []': ['refused', async () => receive(await signed('[]'))],
  'unknown latestTransactionStatus 99': [
    'notification',
    async () => receive(await signed({ ...paid, latestTransactionStatus: '99' })),
  ],
  'Buffer body': [
    'notification',
    async () => {
      const message = await signed(paid);
      return receive({ ...message, body: encodeText(JSON.stringify(paid)) });
    },
  ],
  'merchant-supplied key while DANA_ENV/ENV is sandbox, SANDBOX, empty or unset': ['notification', exactly],
  "DANA_ENV='' with ENV=production": ['notification', () => deliver(synthetic, { environment: 'production' })],
  'key: PEM SPKI / PEM RSA PUBLIC KEY / escaped \\n / raw base64 SPKI / CRLF': [
    'notification',
    async () => {
      const forms = [key, pemOf(pkcs1.danaPublicKeys), key.replaceAll('\n', '\\n'), bare, key.replaceAll('\n', '\r\n')];
      const received = await Promise.all(forms.map((form) => keyed(form)));
      return received.find(({ kind }) => kind !== 'notification') ?? { kind: 'notification' };
    },
  ],
  'key: PEM folded on one line with spaces': ['notification', () => keyed(key.replaceAll('\n', ' '))],
  'key: raw base64 of PKCS#1': ['notification', () => keyed(pkcs1.danaPublicKeys)],
};

// The type of an inbound message leaves no room for these: its headers are Headers, its body bytes.
const inexpressible = ['array header values', 'already-parsed object body'];

describe('what dana-node was tried with', () => {
  it('is all tried with the adapter', () => {
    expect(vectors.parserMatrix.map(({ input }) => input).sort()).toEqual(
      [...Object.keys(ours), ...inexpressible].sort(),
    );
  });

  it.each(Object.entries(ours).map(([input, row]) => [input, ...row] as const))('%s: %s', async (_, verdict, run) => {
    expect(await run()).toMatchObject({ kind: verdict });
  });
});

function reordered(body: string): string {
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body) as object).reverse()));
}

/** SPKI wraps PKCS#1 in a header of 24 bytes: what is behind it is the PKCS#1 key. */
function pkcs1Of(pem: string): string {
  const base64 = pem.replace(/-----[^-]+-----/g, '').replaceAll('\n', '');
  return btoa(atob(base64).slice(24));
}

function pemOf(base64: string): string {
  return `-----BEGIN RSA PUBLIC KEY-----\n${base64}\n-----END RSA PUBLIC KEY-----`;
}
