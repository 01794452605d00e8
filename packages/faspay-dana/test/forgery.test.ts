import { sameMoney } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { billNumbers } from '../src/bill-number.ts';
import { createSignatures } from '../src/signature.ts';
import { config, notificationOf, offline, posting, receive, request, signatureOf } from './merchant.ts';

const PAID = '2';
const REFERENCES = 10_000;
// Each is another one with a digit behind it: 1 and 12, 12 and 123, 1000 and 10002.
const references = Array.from({ length: REFERENCES }, (_, index) => String(index + 1));

async function collisions(bills: { readonly encode: (reference: string) => string }): Promise<number> {
  const { sign } = createSignatures(config);
  const posts = new Set(await Promise.all(references.map((reference) => sign(bills.encode(reference)))));
  const paid = await Promise.all(references.map((reference) => sign(bills.encode(reference) + PAID)));
  return paid.filter((signature) => posts.has(signature)).length;
}

describe('the signature a customer sees', () => {
  it('never says that another bill is paid: all pairs of ten thousand references', async () => {
    const found = await collisions(billNumbers({ style: 'suffixed' }));
    process.stdout.write(
      `post and paid signatures that coincide, of ${String(REFERENCES ** 2)} pairs: ${String(found)}\n`,
    );
    expect(found).toBe(0);
  });

  it('would say so of every one that has another behind it, without the suffix', async () => {
    expect(await collisions({ encode: (reference) => reference })).toBe(999);
  });

  it('never says so of verbatim numbers of one length', async () => {
    const fixed = billNumbers({ style: 'verbatim-fixed-length', length: 8 });
    expect(await collisions({ encode: (reference) => fixed.encode(reference.padStart(8, '0')) })).toBe(0);
  });

  it('is refused as the paid notification of the bill before it', async () => {
    // What the customer of 10012 reads in the redirect URL.
    const signature = signatureOf('10012Z');
    for (const [bill_no, payment_status_code] of [
      ['1001', '2'],
      ['1001Z', '2'],
      ['10012', 'Z'],
      ['10012Z', ''],
      ['1001', '2Z'],
    ]) {
      const received = await receive(offline(), posting(notificationOf({ bill_no, payment_status_code, signature })));
      expect(received.kind).toBe('refused');
    }
  });
});

describe('a genuine signature', () => {
  const signature = signatureOf(`${request.reference}Z`, PAID);

  it.each(['rupiah', 'x100', 'either'] as const)(
    'beside an altered amount reports no payment of the right one: a thousand times, in %s',
    async (notificationAmountUnit) => {
      const gateway = offline({ ...config, notificationAmountUnit });
      let paid = 0;
      for (let altered = 1; altered <= 1_000; altered++) {
        const totals =
          altered % 2 === 0
            ? { bill_total: String(altered * 7) }
            : { bill_total: String(altered * 7), payment_total: String(altered * 7) };
        const received = await receive(gateway, posting(notificationOf({ ...totals, signature })));
        if (
          received.kind === 'notification' &&
          received.notification.amounts.some((amount) => sameMoney(amount, request.amount))
        )
          paid += 1;
      }
      expect(paid).toBe(0);
    },
  );

  it('beside an amount a hundredfold is told apart once the unit is set', async () => {
    const hundredfold = posting(notificationOf({ bill_total: '200000', payment_total: '200000' }));
    const matches = await Promise.all(
      (['either', 'rupiah'] as const).map(async (notificationAmountUnit) => {
        const received = await receive(offline({ ...config, notificationAmountUnit }), hundredfold);
        return (
          received.kind === 'notification' &&
          received.notification.amounts.some((amount) => sameMoney(amount, request.amount))
        );
      }),
    );
    expect(matches).toEqual([true, false]);
  });

  it('of each status is refused beside every other', async () => {
    const statuses = Array.from('0123456789');
    let refused = 0;
    for (const signed of statuses) {
      for (const claimed of statuses.filter((status) => status !== signed)) {
        const spliced = notificationOf({
          payment_status_code: claimed,
          signature: signatureOf(`${request.reference}Z`, signed),
        });
        const received = await receive(offline(), posting(spliced));
        if (received.kind === 'refused' && received.refusal === 'bad-signature') refused += 1;
      }
    }
    expect(refused).toBe(90);
  });

  it('replayed is the same fact, recognised by its id', async () => {
    const gateway = offline();
    const ids = new Set<string>();
    for (let delivery = 0; delivery < 5; delivery++) {
      const received = await receive(gateway, posting(notificationOf()));
      if (received.kind === 'notification') ids.add(received.notification.id);
    }
    expect(ids.size).toBe(1);
  });
});
