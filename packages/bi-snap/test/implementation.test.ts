import { describe, expect, inject, it } from 'vitest';
import { implementation } from '@bayar/core/kit';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which crypto implementation the project must load. */
    readonly implementation: 'node' | 'web';
  }
}

describe('the kit as a package sees it', () => {
  it('signs with the implementation of the platform the project stands for', () => {
    expect(implementation).toBe(inject('implementation'));
  });
});
