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

const fault = v.variant('type', [
  v.object({ type: v.picklist(['reset', 'hang']), when }),
  v.object({
    type: v.literal('answer'),
    when,
    status: v.pipe(whole, v.minValue(200), v.maxValue(599)),
    body: v.optional(v.string(), ''),
    contentType: v.exactOptional(v.string()),
  }),
]);

/** `POST /api/faults`. */
export const faultInput = v.object({
  acquirer,
  operation: v.pipe(v.string(), v.minLength(1)),
  times: v.exactOptional(v.pipe(whole, v.minValue(1), v.maxValue(1000))),
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
