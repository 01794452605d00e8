import { describe, expect, inject, it } from 'vitest';
import { implementation } from '#md5';
import * as node from '../src/md5/node.ts';
import * as web from '../src/md5/web.ts';
import file from './vectors/faspay.json' with { type: 'json' };

declare module 'vitest' {
  interface ProvidedContext {
    /** Which implementation the project must load. */
    readonly implementation: 'node' | 'web';
  }
}

// RFC 1321, appendix A.5, and text beyond ASCII.
const known = [
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a', '0cc175b9c0f1b6a831c399e269772661'],
  ['abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  [
    '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
    '57edf4a22be3c955ac49da2e2107b67a',
  ],
  ['kata sandi é ☕ 🍵', node.md5Hex('kata sandi é ☕ 🍵')],
  ...file.vectors.map(({ concat, md5 }) => [concat, md5] as const),
] as const;

describe.each([node, web])('MD5 ($implementation)', ({ md5Hex }) => {
  it.each(known)('of %j is %s', (text, digest) => {
    expect(md5Hex(text)).toBe(digest);
  });
});

describe('the condition of the runtime', () => {
  it('chooses the native implementation on Node, and crypto-js at the edge', () => {
    expect(implementation).toBe(inject('implementation'));
  });

  it('gives each implementation a name of its own', () => {
    expect([node.implementation, web.implementation]).toEqual(['node', 'web']);
  });
});
