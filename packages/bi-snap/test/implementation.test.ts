import { describe, expect, inject, it } from 'vitest';
import { implementation } from '@bayar/core/kit';

describe('the kit as a package sees it', () => {
  it('signs with the implementation of the platform the project stands for', () => {
    expect(implementation).toBe(inject('implementation'));
  });
});
