import * as v from 'valibot';
import { commonCodes, encodeAmount } from '@bayar/bi-snap';
import type { Method } from '@bayar/core';
import { doubtful, operation, type CodeTable, type MethodsQuestion, type Operation } from '@bayar/core/kit';
import type { Settings } from '../../settings.ts';
import { methodName } from '../method.ts';

const codes: CodeTable = {
  ...commonCodes,
  '429/00': doubtful('rate-limited'),
  '500/00': doubtful('acquirer-error'),
  '500/01': doubtful('acquirer-error'),
};

const response = v.object({
  paymentInfos: v.array(v.object({ payMethod: v.string(), payOption: v.nullish(v.string()) })),
});

/**
 * Lists the ways to pay an amount: in production those of the merchant's contract, in the sandbox all of them. QRIS is
 * listed only where the settings name a store. A method this adapter does not know yet is listed under DANA's own word.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/consult-pay | DANA reference: Consult Pay}.
 */
export function consultPay({
  merchantId,
  storeId,
}: Settings): Operation<MethodsQuestion, typeof response, readonly Method[]> {
  return operation({
    name: 'consultPay',
    path: '/v1.0/payment-gateway/consult-pay.htm',
    kind: 'read',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/payment-gateway/consult-pay',
    repeat: { samePayload: 3 },
    encode: ({ amount }) => ({
      merchantId,
      amount: encodeAmount(amount),
      externalStoreId: storeId,
      // Required by DANA's pages and not by its SDKs; nobody is known yet.
      additionalInfo: { buyer: {}, envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' } },
    }),
    codes,
    response,
    decode: ({ paymentInfos }) =>
      paymentInfos.map(({ payMethod, payOption }) => {
        const id = payOption === '' ? payMethod : (payOption ?? payMethod);
        return { id, name: methodName(id) };
      }),
  });
}
