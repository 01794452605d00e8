import { describe, expect, inject, it } from 'vitest';
import { implementation } from '#crypto';
import { implementation as ofTheKit } from '../src/kit/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which crypto implementation the project must load. */
    readonly implementation: 'node' | 'web';
  }
}

describe('the crypto implementation', () => {
  it('is the one of the platform the project stands for', () => {
    expect([implementation, ofTheKit]).toEqual([inject('implementation'), inject('implementation')]);
  });

  it('runs in an edge runtime exactly where the web one is loaded', () => {
    expect('EdgeRuntime' in globalThis).toBe(inject('implementation') === 'web');
  });
});
