import { describe, expect, it } from 'vitest';
import { callApi, danaShop, faspayShop, openPage, quietSimulator } from './shop.ts';

const name = { acquirer: 'dana', reference: 'INV-1' };

describe('the API', () => {
  it('lists payments, tells one’s story, and lets the customer act', async () => {
    const { simulator } = await danaShop();
    expect((await callApi(simulator, 'GET', '/api/payments')).body).toMatchObject([
      { reference: 'INV-1', phase: 'open' },
    ]);
    const paid = await callApi(simulator, 'POST', '/api/customer', { ...name, act: 'pay' });
    expect(paid).toMatchObject({ status: 200, body: { returnTo: expect.stringContaining('status=SUCCESS') } });
    const story = await callApi(simulator, 'GET', '/api/payment?acquirer=dana&reference=INV-1');
    expect(story.body).toMatchObject({ phase: 'paid', events: expect.any(Array) });
  });

  it('advances the clock and answers where it stands', async () => {
    const simulator = quietSimulator();
    const before = simulator.clock.now();
    expect(await callApi(simulator, 'POST', '/api/clock', { by: 60_000 })).toMatchObject({
      body: { now: before + 60_000 },
    });
  });

  it('registers endpoints and shows them', async () => {
    const simulator = quietSimulator();
    const endpoints = { faspay: { notificationUrl: 'http://shop.test/notify' } };
    expect(await callApi(simulator, 'POST', '/api/endpoints', endpoints)).toMatchObject({
      status: 200,
      body: endpoints,
    });
    expect((await callApi(simulator, 'GET', '/api/endpoints')).body).toEqual(endpoints);
  });

  it('plans and clears faults', async () => {
    const simulator = quietSimulator();
    const planned = { acquirer: 'doku', operation: 'payment', fault: { type: 'answer', when: 'before', status: 503 } };
    expect(await callApi(simulator, 'POST', '/api/faults', planned)).toEqual({ status: 200, body: null });
    expect((await callApi(simulator, 'GET', '/api/faults')).body).toMatchObject([{ fault: { status: 503, body: '' } }]);
    await callApi(simulator, 'DELETE', '/api/faults');
    expect(simulator.control.faults()).toEqual([]);
  });

  it('names the bill there is where it is asked for one by the shop’s reference', async () => {
    const { simulator } = await faspayShop('INV-1Z');
    const message = 'There is no payment INV-1 at faspay. There is INV-1Z: Faspay knows bill numbers';
    const act = { acquirer: 'faspay', reference: 'INV-1', act: 'pay' };
    for (const answer of [
      await callApi(simulator, 'POST', '/api/customer', act),
      await callApi(simulator, 'GET', '/api/payment?acquirer=faspay&reference=INV-1'),
    ]) {
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([404, expect.stringContaining(message)]);
    }
    const elsewhere = await callApi(simulator, 'POST', '/api/customer', { ...act, acquirer: 'doku' });
    expect(JSON.stringify(elsewhere.body)).not.toContain('INV-1Z');
  });

  it.each([
    ['a payment nobody made', 'POST', '/api/customer', { ...name, reference: 'X', act: 'pay' }, 404, 'unknown'],
    ['an act nobody knows', 'POST', '/api/customer', { ...name, act: 'dance' }, 400, 'invalid'],
    ['no next attempt', 'POST', '/api/clock', { by: 'next-attempt' }, 409, 'impossible'],
    ['a step back in time', 'POST', '/api/clock', { by: -1 }, 400, 'invalid'],
    ['a list for a body', 'POST', '/api/notify', [], 400, 'invalid'],
    [
      'no URL',
      'POST',
      '/api/endpoints',
      { doku: { tokenUrl: 'javascript:alert(1)', notificationUrl: 'x' } },
      400,
      'invalid',
    ],
    ['an unknown call', 'POST', '/api/nothing', {}, 404, 'unknown'],
    ['inherited names', 'POST', '/api/customer', '{"__proto__":{"acquirer":"dana"}}', 400, 'invalid'],
  ])('refuses %s', async (_, method, path, body, status, code) => {
    const { simulator } = await danaShop();
    expect(await callApi(simulator, method, path, body)).toMatchObject({ status, body: { error: { code } } });
  });

  it('answers a body over 1 MiB and one nested without end', async () => {
    const simulator = quietSimulator();
    for (const body of ['x'.repeat(2_000_000), '['.repeat(200_000) + ']'.repeat(200_000)]) {
      const response = await simulator.room('http://room.test/api/notify', { method: 'POST', body });
      expect(response.status).toBe(400);
    }
  });

  it('leads a form without script back to its page, and nowhere else', async () => {
    const { simulator } = await danaShop();
    const send = (back: string) =>
      simulator.room('http://room.test/api/customer', {
        method: 'POST',
        body: new URLSearchParams({ ...name, act: 'cancel', back }),
        headers: { accept: 'text/html' },
      });
    const response = await send('/payment?acquirer=dana&reference=INV-1');
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/payment?acquirer=dana&reference=INV-1',
    ]);
    expect((await send('//elsewhere.test')).headers.get('location')).toBe('/');
  });

  it('takes no orders from another site', async () => {
    const { simulator } = await danaShop();
    const response = await simulator.room('http://room.test/api/customer', {
      method: 'POST',
      body: new URLSearchParams({ ...name, act: 'pay' }),
      headers: { origin: 'https://elsewhere.test' },
    });
    expect(response.status).toBe(403);
    expect(simulator.dana.payment('INV-1')?.charges).toBe(0);
  });

  it('streams what happens, from where the listener left off', async () => {
    const { simulator } = await danaShop();
    const response = await simulator.room('http://room.test/api/live', { headers: { 'last-event-id': '1' } });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await simulator.control.act({ acquirer: 'dana', reference: 'INV-1' }, 'cancel');
    let text = '';
    while (!text.includes('order-status')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(text.match(/^id: \d+/gm)).toEqual(['id: 2', 'id: 3']);
  });
});

describe('the room', () => {
  it('shows a payment, its reason for a refusal, and merchants’ texts only as text', async () => {
    const { simulator, call } = await danaShop('<script>alert(1)</script>');
    await call('/payment-gateway/v1.0/debit/status.htm', { originalPartnerReferenceNo: 'INV-2' }, { signedPath: '/' });
    const page = await openPage(simulator, '/');
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('Another path was signed than the one called.');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const story = new URLSearchParams({ acquirer: 'dana', reference: '<script>alert(1)</script>' });
    expect((await openPage(simulator, `/payment?${story.toString()}`)).status).toBe(200);
  });

  it('speaks the language asked for, remembers it, and guesses it from the browser', async () => {
    const simulator = quietSimulator();
    const asked = await openPage(simulator, '/?lang=id');
    expect(asked.text).toContain('<html lang="id">');
    expect(asked.headers.get('set-cookie')).toContain('lang=id');
    expect((await openPage(simulator, '/', { cookie: 'lang=id' })).text).toContain('Pembayaran');
    const preferences = { 'accept-language': 'fr, en;q=0.5, id-ID;q=0.8' };
    expect((await openPage(simulator, '/', preferences)).text).toContain('<html lang="id">');
    expect((await openPage(simulator, '/')).text).toContain('<html lang="en">');
  });

  it('shows secrets on the page of accounts and on no other', async () => {
    const { simulator } = await danaShop();
    const { secretKey } = simulator.doku.credentials;
    const { password } = simulator.faspay.credentials;
    expect((await openPage(simulator, '/accounts')).text).toContain(secretKey);
    for (const path of ['/', '/requests', '/faults', '/setup', '/payment?acquirer=dana&reference=INV-1']) {
      const { text } = await openPage(simulator, path);
      for (const secret of [secretKey, password, 'PRIVATE KEY']) expect(text).not.toContain(secret);
    }
  });

  it('has no page it does not have', async () => {
    expect((await openPage(quietSimulator(), '/nowhere')).status).toBe(404);
    expect((await openPage(quietSimulator(), '/payment?acquirer=dana&reference=X')).status).toBe(404);
  });
});
