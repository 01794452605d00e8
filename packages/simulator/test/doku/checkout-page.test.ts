import { describe, expect, it } from 'vitest';
import { openShop, paymentFields } from './merchant.ts';

async function openPage(fields: Readonly<Record<string, unknown>> = {}) {
  const shop = openShop();
  await shop.merchant.pay(fields);
  const payment = () => shop.simulator.doku.payment('INV-0001');
  const pageUrl = payment()?.pageUrl ?? '';
  const { fetch } = shop.simulator.doku;
  return {
    ...shop,
    payment,
    open: () => fetch(pageUrl),
    press: (action: string) => fetch(pageUrl, { method: 'POST', body: new URLSearchParams({ action }) }),
  };
}

describe('the hosted page', () => {
  it('DOKU 10.17: shows what is to be paid, and a button for each decision', async () => {
    const { open, payment } = await openPage();
    const html = await (await open()).text();
    for (const text of ['Rp 10.000,00', 'INV-0001', 'Shoes']) expect(html).toContain(text);
    expect([...html.matchAll(/data-action="([\w-]+)"/g)].map(([, action]) => action)).toEqual([
      'pay',
      'cancel',
      'abandon',
      'fail',
      'close',
      'expire',
      'pay-late',
    ]);
    expect(payment()).toMatchObject({ status: '02', charges: 0 });
  });

  it.each([
    ['pay', '00', 1],
    ['fail', '06', 0],
    ['cancel', '05', 0],
    ['abandon', '01', 0],
  ])('DOKU 10.19: sends the customer back to the return URL, unchanged, after %s', async (action, status, charges) => {
    const { press, payment } = await openPage();
    const response = await press(action);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('https://www.merchant.co.id/return?order=INV-0001');
    expect(payment()).toMatchObject({ status, charges });
  });

  it('takes the money once when the button is pressed twice', async () => {
    const { press, payment } = await openPage();
    const answers = await Promise.all([press('pay'), press('pay')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(payment()?.charges).toBe(1);
  });

  it('offers nothing but to pay late once the payment is decided', async () => {
    const { open, press } = await openPage();
    await press('cancel');
    const html = await (await open()).text();
    expect(html).toContain('This payment is cancelled or has expired.');
    expect(html.match(/data-action="[^"]*"/g)).toEqual(['data-action="pay-late"']);
  });

  it('offers nothing but to pay late once the payment has expired', async () => {
    const { simulator, open, press, payment } = await openPage();
    await simulator.clock.advance(2 * 3_600_000);
    expect((await (await open()).text()).match(/data-action="[^"]*"/g)).toEqual(['data-action="pay-late"']);
    await press('pay');
    expect(payment()).toMatchObject({ status: '05', charges: 0 });
  });

  it('escapes what the merchant wrote', async () => {
    const { channel } = paymentFields.additionalInfo;
    const { open } = await openPage({ additionalInfo: { channel, orderTitle: '<script>alert(1)</script>' } });
    expect(await (await open()).text()).not.toContain('<script>alert');
  });

  it('takes no decision it does not offer, and knows no other link', async () => {
    const { simulator, press, payment } = await openPage();
    expect((await press('refund')).status).toBe(400);
    expect(payment()?.status).toBe('01');
    expect((await simulator.doku.fetch('https://app-uat.doku.com/link/1')).status).toBe(404);
  });
});
