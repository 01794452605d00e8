import { describe, expect, it } from 'vitest';
import * as node from '../src/kit/crypto/node.ts';
import * as web from '../src/kit/crypto/web.ts';
import { cryptoSuite } from './crypto.suite.ts';

describe("on Node's crypto", () => cryptoSuite(node));

describe('the two implementations', () => {
  it('offer the same', () => {
    expect(Object.keys(web).sort()).toEqual(Object.keys(node).sort());
    expect([node.implementation, web.implementation]).toEqual(['node', 'web']);
  });
});
