import type { Method } from '@bayar/core';
import { mismatch, operation, type MethodsQuestion, type Mismatch, type Operation } from '@bayar/core/kit';
import * as v from 'valibot';
import { commonCodes, DOCS } from '../codes.ts';
import { CHANNEL } from '../id.ts';
import type { Settings } from '../settings.ts';
import { wireText } from '../wire-text.ts';

const response = v.object({
  merchant_id: wireText,
  payment_channel: v.array(v.object({ pg_code: wireText, pg_name: wireText })),
});

/**
 * Asks which channels are enabled for the merchant (Faspay reference: Payment Channel Inquiry). Only DANA is told: nothing
 * else can be paid with here, and nothing means that Faspay has not enabled it. Faspay is not asked about the amount.
 */
export function inquireChannels(settings: Settings): Operation<MethodsQuestion, typeof response, readonly Method[]> {
  return operation({
    name: 'Payment Channel Inquiry',
    path: '/cvr/100001/10',
    kind: 'read',
    docs: `${DOCS}/payment-channel-inquiry`,
    repeat: {},
    encode: () => ({
      request: 'Request List of Payment Gateway',
      merchant_id: settings.merchantId,
      merchant: settings.merchantName,
    }),
    codes: commonCodes,
    response,
    decode: (wire): readonly Method[] | Mismatch => {
      if (wire.merchant_id !== settings.merchantId) return mismatch('merchant_id');
      return wire.payment_channel
        .filter(({ pg_code }) => pg_code === CHANNEL)
        .map(({ pg_code, pg_name }) => ({ id: pg_code, name: pg_name }));
    },
  });
}
