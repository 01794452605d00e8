import { describe, expect, it } from 'vitest';
import { createMerchant, orderOf, paths, signRequest, start } from '../dana/merchant.ts';

/** DANA signs the path, not the host: the same request is good on a port. */
async function onPort(url: string, path: string, signal?: AbortSignal): Promise<Response> {
  const { headers, body } = signRequest(path, orderOf('ORDER-1'), start);
  return fetch(`${url}${path}`, { method: 'POST', headers, body, ...(signal && { signal }) });
}

describe('listen', () => {
  it('serves the sandbox on a port of its own and moves its pages there', async () => {
    const { simulator, dana } = createMerchant();
    const served = await simulator.listen({ port: 0 });
    try {
      const answer: unknown = await (await onPort(served.dana, paths.create)).json();
      expect(answer).toMatchObject({
        responseCode: '2005400',
        webRedirectUrl: expect.stringContaining(`${served.dana}/n/`),
      });
      const page = await fetch(dana.payment('ORDER-1')?.pageUrl ?? '');
      expect(await page.text()).toContain('data-action="pay"');
    } finally {
      await served.close();
    }
    expect(dana.payment('ORDER-1')?.pageUrl).toContain('https://m.sandbox.dana.id/');
    await expect(fetch(served.dana)).rejects.toThrow('fetch failed');
  });

  it('drops the connection on a reset', async () => {
    const { simulator, dana } = createMerchant();
    const served = await simulator.listen({ port: 0 });
    try {
      simulator.faults.add({
        acquirer: 'dana',
        operation: 'createOrder',
        fault: { type: 'reset', when: 'after-commit' },
      });
      await expect(onPort(served.dana, paths.create)).rejects.toThrow('fetch failed');
      expect(dana.payments()).toHaveLength(1);
    } finally {
      await served.close();
    }
  });

  it('leaves the connection open on a hang', async () => {
    const { simulator, dana } = createMerchant();
    const served = await simulator.listen({ port: 0 });
    try {
      simulator.faults.add({
        acquirer: 'dana',
        operation: 'createOrder',
        fault: { type: 'hang', when: 'after-commit' },
      });
      await expect(onPort(served.dana, paths.create, AbortSignal.timeout(150))).rejects.toMatchObject({
        name: 'TimeoutError',
      });
      expect(dana.payments()).toHaveLength(1);
    } finally {
      await served.close();
    }
  });
});
