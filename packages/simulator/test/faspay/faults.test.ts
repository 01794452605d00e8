import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/index.ts';
import { callApi, createMerchant, paths, postOf, start } from './merchant.ts';

const billNo = 'INV20260102A001';

function withFault(operation: string, fault: Fault) {
  const merchant = createMerchant();
  merchant.simulator.faults.add({ acquirer: 'faspay', operation, fault });
  return merchant;
}

describe('a fault', () => {
  it.each([
    ['before', 0],
    ['after-commit', 1],
  ] as const)('that resets the connection %s leaves %i bills', async (when, bills) => {
    const merchant = withFault('postData', { type: 'reset', when });
    await expect(merchant.post(billNo)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(merchant.faspay.payments()).toHaveLength(bills);
    expect((await merchant.post(billNo))['response_code']).toBe('00');
  });

  it('that hangs lasts until the caller gives up, and what was done stays done', async () => {
    const { faspay } = withFault('postData', { type: 'hang', when: 'after-commit' });
    const controller = new AbortController();
    const body = JSON.stringify(postOf(billNo, start));
    const hanging = faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', body, signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await expect(hanging).rejects.toThrow('aborted');
    expect(faspay.payments()).toHaveLength(1);
  });

  it.each(['66', '96', '01'])('answers an inquiry with code %s once', async (code) => {
    const body = JSON.stringify({ response_error: { response_code: code, response_desc: 'Internal Error' } });
    const merchant = withFault('inquiry', { type: 'answer', when: 'before', status: 200, body });
    const { trx_id: trxId } = await merchant.post(billNo);
    expect(await merchant.inquire(billNo, trxId)).toEqual(JSON.parse(body));
    expect((await merchant.inquire(billNo, trxId))['response_code']).toBe('00');
  });

  it('closes the redirect page with a maintenance text', async () => {
    const answer = { status: 502, body: '<h1>Bad Gateway</h1>', contentType: 'text/html' };
    const merchant = withFault('redirect', { type: 'answer', when: 'before', ...answer });
    const { redirect_url: url } = await merchant.post(billNo);
    const response = await merchant.faspay.fetch(String(url));
    expect([response.status, await response.text()]).toEqual([502, '<h1>Bad Gateway</h1>']);
  });

  it('of the printed sample is a missing comma, of an old server a line break', async () => {
    for (const [answerDefect, pattern] of [
      ['missing-comma', /^\{"response":"[^"]*" "trx_id":/],
      ['trailing-break', /\}<br>\n$/],
    ] as const) {
      const { faspay } = createMerchant({ answerDefect });
      const body = JSON.stringify(postOf(billNo, start));
      const response = await faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', body });
      expect(await response.text()).toMatch(pattern);
    }
  });
});

describe('on a port', () => {
  it('serves API and page, and puts its own address into the redirect URL', async () => {
    const { simulator, faspay } = createMerchant();
    const served = await simulator.listen({ port: 0 });
    try {
      const overTheWire = (url: Request | URL | string, init?: RequestInit) => {
        const { pathname, search } = new URL(url instanceof Request ? url.url : url);
        return fetch(`${served.faspay}${pathname}${search}`, { redirect: 'manual', ...init });
      };
      const { redirect_url: url } = await callApi(overTheWire, paths.post, postOf(billNo, start));
      expect(String(url).startsWith(`${served.faspay}/pws/100003/0830000010100000/`)).toBe(true);
      const pressed = await fetch(String(url), {
        method: 'POST',
        body: new URLSearchParams({ action: 'pay' }),
        redirect: 'manual',
      });
      expect(pressed.headers.get('location')).toMatch(/^https:\/\/shop\.example\/faspay\/return\?/);
      expect(faspay.payment(billNo)).toMatchObject({ status: '2', charges: 1 });
    } finally {
      await served.close();
    }
  });
});
