import type { Decline, NotSent, Outcome, PaymentInquiry, Reading, RefundInquiry } from '../outcome.ts';
import type { Result } from './attempt.ts';

/** An inquiry, but for the doubt. */
export type About = Omit<PaymentInquiry, 'doubt' | 'code'> | Omit<RefundInquiry, 'doubt' | 'code'>;

/** A result as the outcome of a call that can move money. */
export function outcome<T>(result: Result<T>, about: About): Outcome<T> {
  switch (result.kind) {
    case 'success':
      return { kind: 'done', value: result.value };
    case 'refused':
      return { kind: 'declined', decline: result.decline };
    case 'not-sent':
      return { kind: 'not-sent', reason: result.reason };
    case 'absent':
      return { kind: 'unknown', inquiry: { ...about, doubt: 'unlisted-code' } };
    case 'doubt': {
      const code = result.code === undefined ? {} : { code: result.code };
      return { kind: 'unknown', inquiry: { ...about, doubt: result.doubt, ...code } };
    }
  }
}

/** A result as the answer of a question. */
export function reading<T>(result: Result<T>): Reading<T> {
  switch (result.kind) {
    case 'success':
      return { kind: 'found', value: result.value };
    case 'absent':
      return result;
    case 'refused':
      return refusedReading(result.decline);
    case 'not-sent':
      return unsent(result.reason);
    case 'doubt': {
      const { doubt, kind: _, ...rest } = result;
      return { kind: 'unavailable', because: doubt, ...rest };
    }
  }
}

/** A question that was never asked. */
export function unsent(reason: NotSent): Reading<never> {
  const issues = reason.why === 'invalid' ? { issues: reason.issues } : {};
  return { kind: 'unavailable', because: reason.why, ...issues };
}

function refusedReading({ reason, code, retryAfterMs }: Decline): Reading<never> {
  return { kind: 'unavailable', because: reason, code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
