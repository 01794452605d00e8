/**
 * Bank Indonesia's SNAP standard, as far as payments by e-wallet need it.
 *
 * @module
 */
export { codeOf } from './response-code.ts';
export { commonCodes, tokenCodes } from './common-codes.ts';
export {
  asymmetricStringToSign,
  symmetricStringToSign,
  tokenStringToSign,
  type SignedMessage,
} from './string-to-sign.ts';
export { minify } from './minify.ts';
export { decodeRefundStatus, decodeStatus } from './status.ts';
export { amountSchema, encodeAmount, type SnapAmount } from './amount.ts';
export { snapHeaders, stamp, type Stamp } from './headers.ts';
export {
  accessTokens,
  memoryTokenStore,
  type AccessToken,
  type TokenResult,
  type TokenSource,
  type TokenStore,
} from './access-token.ts';
export { readClaim, snapReply, type Claimed, type Unreadable } from './inbound.ts';
