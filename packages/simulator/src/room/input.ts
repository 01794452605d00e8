import * as v from 'valibot';

const acquirer = v.picklist(['dana', 'doku', 'faspay']);
const reference = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
/** Forms send digits. */
const whole = v.pipe(v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))]), v.integer());
const url = v.pipe(v.string(), v.url(), v.regex(/^https?:/));
const when = v.picklist(['before', 'after-commit']);

/** Names a payment. */
export const paymentName = v.object({ acquirer, reference });

/** `POST /api/customer`. */
export const customerInput = v.object({
  ...paymentName.entries,
  act: v.picklist(['pay', 'fail', 'cancel', 'pay-late']),
});

/** `POST /api/notify`. */
export const notifyInput = v.object({
  ...paymentName.entries,
  way: v.picklist(['resend', 'duplicate', 'reorder', 'wrong-signature', 'wrong-amount']),
});

/** A year at most: what falls due on the way is all run. */
const longestAdvanceMs = 366 * 86_400_000;

/** `POST /api/clock`. */
export const advanceInput = v.object({
  by: v.union([v.picklist(['next-attempt', 'rejoin']), v.pipe(whole, v.minValue(0), v.maxValue(longestAdvanceMs))]),
});

const longestBody = 100_000;
const ms = v.pipe(whole, v.minValue(0), v.maxValue(longestAdvanceMs));
const httpStatus = v.pipe(whole, v.minValue(200), v.maxValue(599));
const count = v.pipe(whole, v.minValue(1), v.maxValue(1000));
const text = v.pipe(v.string(), v.maxLength(longestBody));

const fault = v.variant('type', [
  v.object({ type: v.literal('refuse') }),
  v.object({ type: v.picklist(['drop', 'reset', 'hang', 'empty', 'in-progress']), when }),
  v.object({ type: v.literal('delay'), when, ms }),
  v.object({ type: v.literal('html'), when, status: v.exactOptional(httpStatus) }),
  v.object({ type: v.literal('rate-limit'), retryAfterSeconds: v.optional(whole, 60) }),
  v.object({
    type: v.literal('answer'),
    when,
    status: v.optional(httpStatus, 503),
    body: v.optional(text, ''),
    contentType: v.exactOptional(text),
    headers: v.exactOptional(v.record(v.string(), v.string())),
  }),
  v.object({ type: v.literal('truncate'), bytes: v.exactOptional(whole) }),
  v.object({ type: v.literal('drip'), everyMs: v.optional(ms, 1000), bytes: v.exactOptional(count) }),
  v.object({ type: v.literal('content-type'), contentType: v.exactOptional(text) }),
  v.object({ type: v.literal('replay') }),
  v.object({ type: v.literal('unknown-code'), code: v.exactOptional(text) }),
  v.object({ type: v.literal('unknown-status'), status: v.exactOptional(text) }),
  v.object({ type: v.literal('duplicate-notification'), copies: v.exactOptional(count) }),
  v.object({ type: v.picklist(['late-notification', 'browser-first']), ms }),
  v.object({ type: v.picklist(['missing-notification', 'browser-lies']) }),
]);

/** `POST /api/faults`. */
export const faultInput = v.object({
  acquirer: v.exactOptional(acquirer),
  operation: v.exactOptional(v.union([v.string(), v.array(v.string())])),
  reference: v.exactOptional(reference),
  nth: v.exactOptional(count),
  times: v.exactOptional(v.union([v.literal('always'), count])),
  probability: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  fault,
});

/** `POST /api/endpoints`. */
export const endpointsInput = v.object({
  doku: v.exactOptional(v.object({ tokenUrl: url, notificationUrl: url })),
  faspay: v.exactOptional(
    v.object({
      notificationUrl: url,
      returnUrl: v.exactOptional(url),
      format: v.exactOptional(v.picklist(['json', 'xml'])),
    }),
  ),
});

/** `GET /api/events`. */
export const eventsInput = v.object({ after: v.exactOptional(whole) });

/** Nothing is asked. */
export const nothing = v.object({});
