import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jakarta, openShop, paymentFields, start } from '../doku/merchant.ts';
import type { Changes } from '../doku/merchant.ts';

const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
const body = JSON.stringify(paymentFields);
const inText = (from: RegExp | string, to: string): Changes => ({ stringToSign: (text) => text.replace(from, to) });

const upperCaseHash: Changes = {
  stringToSign: (text) => text.replace(/:[0-9a-f]{64}:/, (hash) => hash.toUpperCase()),
};

const mistakes: readonly (readonly [mistake: string, changes: Changes, causes: readonly string[]])[] = [
  ['Bearer before the token', inText(':eyJ', ':Bearer eyJ'), ['bearer-included']],
  ['no token', inText(/:eyJ[^:]+:/, '::'), ['token-other']],
  ['the whole address', inText(':/', ':https://api-sandbox.doku.com/'), ['path-full-url']],
  ['the path of another call', inText('debit/payment-host-to-host', 'debit/refund'), ['path-other']],
  ['a query in the signed path', inText('host-to-host:', 'host-to-host?x=1:'), ['unexplained']],
  ['hexadecimal digits', { encoding: 'hex' }, ['encoding-hex']],
  ['swapped letters', { signature: swapCase }, ['encoding-case']],
  ['small letters', { signature: (text) => text.toLowerCase() }, ['encoding-case']],
  ['an upper-case hash', upperCaseHash, ['hash-upper-case']],
  ['a time in another form', { headers: { 'X-TIMESTAMP': '2026-01-02T03:04:05Z' } }, ['timestamp-reformatted']],
  ['a time two seconds off', { headers: { 'X-TIMESTAMP': jakarta(start + 2000) } }, ['timestamp-skewed']],
  ['a body with escaped slashes', { sentBody: body.replaceAll('/', '\\/') }, []],
  ['a body with its members sorted', { sentBody: sortedBody() }, ['unexplained']],
  ['a changed body', { sentBody: body.replace('10000.00', '1.00') }, ['unexplained']],
  ['another secret', { secretKey: 'SK-other' }, ['unexplained']],
];

function sortedBody(): string {
  return JSON.stringify(Object.fromEntries(Object.entries(paymentFields).sort(([a], [b]) => (a < b ? -1 : 1))));
}

describe('a DOKU signature', () => {
  it.each(mistakes)('is explained: %s', async (_, changes, causes) => {
    const { simulator, merchant } = openShop();
    const answer = await merchant.pay({}, changes);
    const event = simulator.timeline('INV-0001').find(({ type }) => type === 'request-answered');
    expect(event?.signature).toMatchObject({ genuine: answer.status === 200, causes });
  });

  it('is explained where the secret was copied with a line break', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay({}, { secretKey: `${simulator.doku.credentials.secretKey}\n` });
    expect(simulator.timeline('INV-0001')[0]?.signature?.causes).toEqual(['key-whitespace']);
  });

  it('comes with the string to sign, from which the expected one follows', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay({}, { secretKey: 'SK-other' });
    const { signature } = simulator.timeline('INV-0001')[0] ?? {};
    const mac = createHmac('sha512', simulator.doku.credentials.secretKey).update(signature?.stringToSign ?? '');
    expect(signature?.expected).toBe(mac.digest('base64'));
  });
});

describe('a DOKU token request', () => {
  it('is explained where it was signed for another time', async () => {
    const { simulator, merchant } = openShop();
    await merchant.requestToken({ 'X-TIMESTAMP': '2026-01-02T03:04:05Z' });
    expect(simulator.timeline()[0]).toMatchObject({
      type: 'token-refused',
      signature: { genuine: false, causes: ['timestamp-reformatted'] },
      answer: { status: 401 },
    });
  });

  it('is explained where it was signed with another key', async () => {
    const { simulator, merchant } = openShop();
    const foreign = openShop({ account: { clientId: simulator.doku.credentials.clientId } });
    await foreign.merchant.requestToken();
    const made = foreign.simulator.timeline()[0]?.request?.headers['x-signature'] ?? '';
    await merchant.requestToken({ 'X-SIGNATURE': made.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) });
    expect(simulator.timeline()[0]?.signature?.causes).toEqual(['key-other']);
  });
});
