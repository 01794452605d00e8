import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { headerText, origin, secretText } from '../src/kit/setting-schemas.ts';

describe('text for a header', () => {
  it.each([
    '',
    ' ',
    'a b',
    'a\r\nX-Evil: 1',
    'a\nb',
    'a\u0000',
    'é',
    'a\u007f',
    '\ta',
    'x'.repeat(23),
    'x'.repeat(10_240),
  ])('is refused when it is %j', (text) => {
    expect(v.safeParse(headerText(22), text).success).toBe(false);
  });

  it('is accepted from the first to the last printable character', () => {
    expect(v.safeParse(headerText(22), '!~aZ09+/=').success).toBe(true);
  });
});

describe('a shared secret', () => {
  it('is not empty', () => {
    expect([v.safeParse(secretText(), '').success, v.safeParse(secretText(), ' x').success]).toEqual([false, true]);
  });
});

describe('an origin', () => {
  it.each([
    ['https://api.acquirer.example', 'https://api.acquirer.example'],
    ['https://api.acquirer.example/', 'https://api.acquirer.example'],
    ['HTTPS://API.Acquirer.Example:443', 'https://api.acquirer.example'],
    ['https://api.acquirer.example:8443', 'https://api.acquirer.example:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('is read from %s', (text, expected) => {
    expect(v.parse(origin(), text)).toBe(expected);
  });

  it.each([
    '',
    'api.acquirer.example',
    '//api.acquirer.example',
    'http://api.acquirer.example',
    'http://10.0.0.1',
    'http://169.254.169.254',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://evil.example#localhost',
    'http://localhost@evil.example',
    'https://user@api.acquirer.example',
    'https://user:pass@api.acquirer.example',
    'https://api.acquirer.example/v1',
    'https://api.acquirer.example?a=1',
    'https://api.acquirer.example#a',
    'ftp://api.acquirer.example',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'ws://localhost',
    'https://',
    'https:///',
    'http://0.0.0.0',
    'http://127.1.1.1.1',
    'https://api.acquirer.example\\v1',
    'unix:/run/docker.sock',
    'blob:https://api.acquirer.example/x',
    'https://[::1',
    'http://[::2]',
    'https://exa mple.org',
  ])('is refused when it is %j', (text) => {
    expect(v.safeParse(origin(), text).success).toBe(false);
  });
});
