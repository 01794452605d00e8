import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { noticeOf } from '../src/pages/notice.ts';
import en from '../src/text/en.json' with { type: 'json' };
import id from '../src/text/id.json' with { type: 'json' };
import { openBrowser } from './browser.ts';
import { photograph } from './screenshots.ts';
import { customer, openStreet, order, press, type Street } from './street.ts';

let browser: Browser;
let street: Street;
beforeAll(async () => {
  [browser, street] = await Promise.all([openBrowser(), openStreet('dana')]);
});
afterAll(() => Promise.all([browser.close(), street.close()]));

describe('why something did not happen', () => {
  it('is said in the reader’s language, and its codes in small print for staff', async () => {
    const body = JSON.stringify({ responseCode: '4035402', responseMessage: 'Exceeds Transaction Amount Limit' });
    const refusal = { type: 'answer', when: 'before', status: 403, body } as const;
    street.simulator.faults.add({ acquirer: 'dana', operation: 'createOrder', fault: refusal });
    const page = await customer(browser, { locale: 'id-ID' });
    await order(page, street);
    const note = page.locator('.note');
    expect(await note.locator('p').first().innerText()).toBe(
      'Tidak dibayar. Jumlahnya di luar batas penyedia pembayaran.',
    );
    expect(await note.locator('small').innerText()).toBe('Untuk toko: amount-limit 4035402');
    await photograph(page, 'refused-id');
  });

  it('names the rule for staff where one was broken', async () => {
    const page = await customer(browser, { locale: 'id-ID' });
    await order(page, street);
    await press(page, 'pay');
    await page.locator('.badge.paid').waitFor();
    const form = { reference: 'not a reference', amount: '1000' };
    await page.request.post(`${page.url()}/refund`, { form, headers: { origin: street.shop.origin } });
    await page.getByText('Tidak dikembalikan. Ada aturan yang dilanggar.').waitFor();
    expect(await page.locator('.note [lang=en]').allInnerTexts()).toEqual([
      'refundReference must be letters, digits and hyphens. Remove other characters.',
    ]);
  });

  it('names one rule of each field, and none where the code says it all', async () => {
    const issues = [
      { field: 'amount', rule: 'must not be more than was paid.', fix: 'Refund less.' },
      { field: 'amount', rule: 'must be at most 25000.00.', fix: 'Refund less.' },
    ];
    const broken = String(await noticeOf(en, { about: 'refund', why: 'invalid', issues }));
    expect(broken).toContain('must not be more than was paid.');
    expect(broken).not.toContain('25000.00');
    const reused = String(await noticeOf(en, { about: 'refund', why: 'reference-reused', issues }));
    expect(reused).not.toContain('must not');
  });

  it('has words of its own for every reason, in both languages', async () => {
    // The compiler holds both files to hold every reason; here, that what they say is words.
    for (const text of [en, id]) {
      const sentences = Object.entries(text.why);
      expect(new Set(sentences.map(([, sentence]) => sentence)).size).toBe(sentences.length);
      for (const [why, sentence] of sentences) {
        expect([why, sentence]).toEqual([why, expect.stringMatching(/^[A-Z].*\.$/)]);
        if (why.includes('-')) expect(sentence).not.toContain(why);
      }
    }
    const outcome = await readFile(new URL('../../../../packages/core/src/outcome.ts', import.meta.url), 'utf8');
    expect(Object.keys(en.why).filter((why) => why !== 'too-early' && !outcome.includes(`'${why}'`))).toEqual([]);
  });
});
