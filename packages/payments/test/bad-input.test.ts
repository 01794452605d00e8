import { rupiah, type CreatePayment } from '@bayar/core';
import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { faspayDana } from '@bayar/faspay-dana';
import { createPayments, memoryLedger } from '@bayar/payments';
import { createSimulator } from '@bayar/simulator';
import { describe, expect, it } from 'vitest';

const address = {
  name: 'Sari Wahyuni',
  phone: '+6281234567890',
  lines: ['Jalan Melati 1', 'RT 1 RW 2'],
  city: 'Bandung',
  region: 'Jawa Barat',
  postalCode: '40111',
  country: 'ID',
};
const request = {
  reference: 'INV-1',
  amount: rupiah(25_000),
  title: 'Kopi susu',
  returnUrl: 'https://shop.example/thanks',
  order: 'ORDER-1',
  customer: { id: 'C-1', name: 'Sari', email: 'sari@shop.example', phone: '+6281234567890' },
  device: { platform: 'web', id: 'device123', ip: '203.0.113.10', os: 'Android 16' },
  language: 'id',
  items: [{ name: 'Kopi', price: rupiah(25_000), quantity: 1, category: 'drinks', url: 'https://shop.example/kopi' }],
  fees: rupiah(0),
  tax: rupiah(0),
  shipping: address,
  billing: address,
  metadata: { cashier: '7' },
} as const satisfies CreatePayment;

/** Paths of everything inside a value, and of the value itself. */
function pathsIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...at, key]))];
}

function withAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? withAt(item, rest, replacement) : item));
  return { ...(value as object), [key]: withAt((value as Record<string, unknown>)[key], rest, replacement) };
}

function openShop(active: 'dana' | 'doku' | 'faspay') {
  const { dana, doku, faspay, settings } = createSimulator();
  return createPayments({
    acquirers: {
      dana: danaDirect(settings.dana, { fetch: dana.fetch }),
      doku: dokuDana(settings.doku, { fetch: doku.fetch }),
      faspay: faspayDana(settings.faspay, { fetch: faspay.fetch }),
    },
    active,
    publicUrl: 'https://shop.example/pay',
    ledger: memoryLedger(),
  });
}

const paths = pathsIn(request).filter(({ length }) => length > 0);
const replacements = [
  undefined,
  null,
  7,
  NaN,
  -1,
  true,
  '',
  'x',
  '\u0000',
  '💥'.repeat(300),
  [],
  [null],
  {},
  { minor: 1 },
];

describe.each(['dana', 'doku', 'faspay'] as const)('a request to %s', (active) => {
  const shop = openShop(active);

  it('is sent when it is whole', async () => {
    expect((await shop.createPayment(request)).kind).toBe('done');
  });

  it.each(paths.map((path) => path.join('.')))(
    'is refused or sent, and never in doubt, whatever %s is',
    async (path) => {
      for (const [index, replacement] of replacements.entries()) {
        const fresh = { ...request, reference: `${path.replaceAll('.', '-').slice(-20)}-${index}` };
        const changed = withAt(fresh, path.split('.'), replacement) as typeof request;
        const outcome = await shop.createPayment(changed);
        expect(['done', 'declined', 'not-sent'], `${path}: ${JSON.stringify({ replacement })}`).toContain(outcome.kind);
      }
    },
  );
});

describe('what has the wrong type', () => {
  const shop = openShop('dana');

  it.each(paths.map((path) => path.join('.')))('is refused by name in %s', async (path) => {
    const outcome = await shop.createPayment(withAt(request, path.split('.'), () => 7) as typeof request);
    const issues = outcome.kind === 'not-sent' && outcome.reason.why === 'invalid' ? outcome.reason.issues : [];
    const named = issues.find(({ field }) => path === field || path.startsWith(`${field}.`) || field.startsWith(path));
    expect(named).toMatchObject({ rule: expect.any(String), fix: expect.any(String) });
  });
});
