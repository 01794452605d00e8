import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMerchant, type Merchant, type StartServer } from './merchant.ts';

/** What every mount does, whichever server it is mounted on. */
export function behavesAsMounted(start: StartServer): void {
  let merchant: Merchant;
  beforeAll(async () => {
    merchant = await openMerchant(start);
  });
  afterAll(() => merchant.close());

  it('takes a signed notification over the network, and acknowledges it', async () => {
    const sold = await merchant.sell('INV-1');
    expect(sold?.deliveries).toMatchObject([{ verdict: 'acknowledged', response: { status: 200 } }]);
    expect(sold?.deliveries[0]?.response?.body).toContain('2005600');
    expect(merchant.paid).toEqual(['INV-1']);
  });

  it('refuses a forged notification in the acquirer’s own shape', async () => {
    const answer = await fetch(`${merchant.url}/pay/dana/v1.0/debit/notify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-signature': 'AAAA', 'x-timestamp': new Date().toISOString() },
      body: '{"originalPartnerReferenceNo":"INV-1"}',
    });
    expect([answer.status, await answer.json()]).toMatchObject([401, { responseCode: '4015600' }]);
  });

  it('sends a browser that came back on to the page it was promised', async () => {
    const sold = await merchant.sell('INV-2');
    const answer = await fetch(sold?.returnUrl ?? '', { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${merchant.url}/thanks`]);
  });

  it('takes an address that something ended with a slash', async () => {
    const answer = await fetch(`${merchant.url}/pay/dana/v1.0/debit/notify/`, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.json()]).toMatchObject([400, { responseCode: '4005602' }]);
  });

  it('answers 404 below an address nobody is told of', async () => {
    expect((await fetch(`${merchant.url}/pay/dana/nothing`)).status).toBe(404);
  });
}

/** What a mount does when the framework has parsed the body before it. */
export function refusesParsedBodies(start: StartServer, fix: string): void {
  it('refuses a body that was parsed before, in the acquirer’s own shape, and says what to change', async () => {
    const merchant = await openMerchant(start);
    const sold = await merchant.sell('INV-1');
    await merchant.close();
    expect(sold?.deliveries).toMatchObject([{ verdict: 'not-acknowledged', response: { status: 401 } }]);
    expect(sold?.deliveries[0]?.response?.body).toContain('4015600');
    expect(merchant.alerts).toMatchObject([{ acquirer: 'dana', hint: expect.stringContaining(fix) }]);
    expect(merchant.alerts[0]?.hint).toMatch(/^body-was-parsed: /);
    expect(merchant.paid).toEqual([]);
  });
}
