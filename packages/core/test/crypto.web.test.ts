import { describe } from 'vitest';
import * as web from '../src/kit/crypto/web.ts';
import { cryptoSuite } from './crypto.suite.ts';

// In the edge project on the edge runtime's WebCrypto, in the node project on Node's.
describe('on WebCrypto', () => cryptoSuite(web));
