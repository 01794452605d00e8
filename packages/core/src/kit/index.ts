/**
 * What adapters are built with. Merchants need none of it. Before 1.0 a minor version of this package may change it, and says
 * so in its changelog; from 1.0 on it keeps what it exports as the rest of the package does.
 *
 * @module
 */
export { createExchange, type Exchange } from './exchange.ts';
export type { AttemptResult, Line, Result } from './attempt.ts';
export {
  asked,
  cancelsPayments,
  createsPayments,
  listsMethods,
  readsPayments,
  readsRefunds,
  refundsPayments,
  type Cancellation,
  type Desk,
  type Intent,
  type MethodsQuestion,
  type PaymentQuestion,
  type RefundIntent,
} from './calls.ts';
export { assertOwn } from './assert-own.ts';
export { refOf } from './ref-of.ts';
export { reading } from './from-result.ts';
export { operation, type Operation } from './operation.ts';
export { missing, isMissing, type Absence } from './absence.ts';
export { mismatch, isMismatch, type Mismatch } from './mismatch.ts';
export {
  absent,
  doubtful,
  meaningOf,
  refused,
  refusedForNow,
  staleToken,
  success,
  type CodeMeaning,
  type CodeTable,
} from './code-table.ts';
export type { Authentication, Protocol, SealedBody } from './protocol.ts';
export { send, type Answer, type SealedRequest, type Sent } from './http.ts';
export { checkPayment, isLoopback, type Terms } from './check-payment.ts';
export { isPageUrl } from './page-url.ts';
export { checkRefund } from './check-refund.ts';
export { resolveRuntime, type Runtime } from './runtime.ts';
export { systemClock, type Clock } from './clock.ts';
export { DEADLINE_MS, startDeadline, startLimit, type Limit } from './limit.ts';
export { systemRandom, type Random } from './random.ts';
export { formatJakarta, formatJakartaWall, parseJakarta, parseTime } from './jakarta-time.ts';
export { isFresh, MAX_TOLERANCE_MS, TOLERANCE_MS } from './time-window.ts';
export { moneyInWords } from './money-in-words.ts';
export { parseJson } from './json.ts';
export { defined } from './defined.ts';
export { decodeBase64, decodeText, encodeBase64, encodeHex, encodeText } from './bytes.ts';
export { publicHalf, readRsaKey, type KeyProblem, type RsaKey } from './rsa-key.ts';
export { readSettings, rule } from './settings.ts';
export { headerText, origin, privateKey, publicKey, secretText, tolerance } from './setting-schemas.ts';
export { attachRaw } from '../reveal.ts';
export {
  decryptPrivateKey,
  equalBytes,
  hmacSha512,
  implementation,
  rsaSha256,
  rsaSha256Verifier,
  sha1Hex,
  sha256Hex,
} from '#crypto';
export type { Sign, Verify } from './crypto/contract.ts';
