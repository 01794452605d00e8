import { describe, expect, it } from 'vitest';
import type { CallFault } from '../../src/index.ts';
import { callApi, createMerchant, paths, postOf, start } from './merchant.ts';

const billNo = 'INV20260102A001';

function withFault(operation: string, fault: CallFault) {
  const merchant = createMerchant();
  merchant.simulator.faults.add({ acquirer: 'faspay', operation, fault });
  return merchant;
}

describe('a fault', () => {
  it.each([
    ['before', 0],
    ['after-commit', 1],
  ] as const)('FASPAY 13.25: that resets the connection %s leaves %i bills', async (when, bills) => {
    const merchant = withFault('postData', { type: 'reset', when });
    await expect(merchant.post(billNo)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(merchant.faspay.payments()).toHaveLength(bills);
    expect((await merchant.post(billNo))['response_code']).toBe('00');
  });

  it('FASPAY 13.25: that hangs lasts until the caller gives up, and what was done stays done', async () => {
    const { faspay } = withFault('postData', { type: 'hang', when: 'after-commit' });
    const controller = new AbortController();
    const body = JSON.stringify(postOf(billNo, start));
    const hanging = faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', body, signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await expect(hanging).rejects.toThrow('aborted');
    expect(faspay.payments()).toHaveLength(1);
  });

  it.each(['66', '96', '01'])('FASPAY 13.25: answers an inquiry with code %s once', async (code) => {
    const body = JSON.stringify({ response_error: { response_code: code, response_desc: 'Internal Error' } });
    const merchant = withFault('inquiry', { type: 'answer', when: 'before', status: 200, body });
    const { trx_id: trxId } = await merchant.post(billNo);
    expect(await merchant.inquire(billNo, trxId)).toEqual(JSON.parse(body));
    expect((await merchant.inquire(billNo, trxId))['response_code']).toBe('00');
  });

  it.each<[string, CallFault, number, RegExp]>([
    ['HTTP 500 in HTML', { type: 'html', when: 'before', status: 500 }, 500, /<h1>/],
    ['HTTP 502 in HTML', { type: 'html', when: 'after-commit' }, 502, /<h1>/],
    ['an empty body', { type: 'empty', when: 'after-commit' }, 200, /^$/],
    [
      'plain maintenance text',
      { type: 'answer', when: 'before', status: 200, body: 'System maintenance', contentType: 'text/plain' },
      200,
      /^System maintenance$/,
    ],
    ['an unknown code', { type: 'unknown-code' }, 200, /"response_code":"77"/],
  ])('FASPAY 13.25: answers a post with %s, once', async (_, fault, status, text) => {
    const { faspay } = withFault('postData', fault);
    const send = () => {
      const body = JSON.stringify(postOf(billNo, start));
      return faspay.fetch(`https://x.example${paths.post}`, { method: 'POST', body });
    };
    const answer = await send();
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(text)]);
    expect(await (await send()).json()).toMatchObject({ response_code: '00' });
  });

  it('FASPAY 13.25: that hangs before the bill is posted leaves none', async () => {
    const { faspay } = withFault('postData', { type: 'hang', when: 'before' });
    const init = { method: 'POST', body: JSON.stringify(postOf(billNo, start)), signal: AbortSignal.timeout(10) };
    await expect(faspay.fetch(`https://x.example${paths.post}`, init)).rejects.toThrow('timeout');
    expect(faspay.payments()).toEqual([]);
  });

  it('FASPAY 13.25: closes the redirect page with a maintenance text', async () => {
    const answer = { status: 502, body: '<h1>Bad Gateway</h1>', contentType: 'text/html' };
    const merchant = withFault('redirect', { type: 'answer', when: 'before', ...answer });
    const { redirect_url: url } = await merchant.post(billNo);
    const response = await merchant.faspay.fetch(String(url));
    expect([response.status, await response.text()]).toEqual([502, '<h1>Bad Gateway</h1>']);
  });

  it('FASPAY 13.25: of the printed sample is a missing comma, of an old server a line break', async () => {
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
  it('FASPAY 13.11: serves API and page, and puts its own address into the redirect URL', async () => {
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
