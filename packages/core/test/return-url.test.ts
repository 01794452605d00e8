import { describe, expect, it } from 'vitest';
import { checkPayment } from '../src/kit/check-payment.ts';
import { limits, NOW, request } from './support/requests.ts';

function refusedFor(change: Record<string, unknown>): string[] {
  return checkPayment({ ...request, ...change }, { needs: [], limits }, NOW).map((issue) => issue.field);
}

describe('a return URL', () => {
  it.each([
    'https://shop.example',
    'https://shop.example:8443/thanks?a=1#b',
    'HTTPS://shop.example/',
    'https://xn--caf-dma.example/',
    'http://localhost:3000/thanks',
    'http://127.0.0.1/thanks',
    'http://[::1]:3000/',
  ])('is accepted as %s', (returnUrl) => {
    expect(refusedFor({ returnUrl })).toEqual([]);
  });

  it.each([
    '',
    '/thanks',
    'shop.example/thanks',
    '//shop.example',
    'http://shop.example',
    'http://10.0.0.1/',
    'http://localhost.evil.example',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://shop.example',
    'shop://thanks',
    'https://user@shop.example',
    'https://u:p@shop.example',
    'https://',
    ' https://shop.example',
    'https://shop.example ',
    'https://shop.example/a b',
    'https://shop.example/\r\nX-Evil: 1',
    'https://shop.example/a\nb',
    'https://sh\top.example',
    'java\nscript:alert(1)',
    'https://shop.example/\u0000',
    'https://shop.example/\ud800',
    `https://shop.example/${'x'.repeat(108)}`,
    undefined,
    null,
  ])('is refused as %j', (returnUrl) => {
    expect(refusedFor({ returnUrl })).toEqual(['returnUrl']);
  });

  it.each(['shop://thanks', 'id.co.shop:/thanks', 'https://shop.example'])(
    'is accepted as the app link %s',
    (returnUrl) => {
      expect(refusedFor({ returnUrl, device: { platform: 'app' } })).toEqual([]);
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://shop.example/x',
    'vbscript:x',
    'about:blank',
    'ftp://shop.example',
    'ws://shop.example',
    'wss://shop.example',
    'http://shop.example',
    'java\tscript:alert(1)',
  ])('is refused as the app link %j', (returnUrl) => {
    expect(refusedFor({ returnUrl, device: { platform: 'app' } })).toEqual(['returnUrl']);
  });

  it('is no app link where the customer is in a browser', () => {
    expect(refusedFor({ returnUrl: 'shop://thanks', device: { platform: 'mobile-web' } })).toEqual(['returnUrl']);
  });
});
