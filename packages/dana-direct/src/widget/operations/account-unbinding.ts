import * as v from 'valibot';
import { defined, mismatch, operation, type Operation } from '@bayar/core/kit';
import type { Settings } from '../../settings.ts';
import type { AccountCall, AccountCheck } from '../account-call.ts';
import { accountCodes } from '../account-codes.ts';
import { customerHeaders, placeHeaders } from '../customer-device.ts';

/** A binding that is over: both of its tokens are worth nothing now. */
export interface Unbinding {
  /** DANA's reference of the unbinding, where it gives one. */
  readonly acquirerReference?: string;
}

const response = v.object({ merchantId: v.nullish(v.string()), referenceNo: v.nullish(v.string()) });

/**
 * Ends a binding. DANA documents no refusals of its own for it, so what is not shared with every call on a customer's
 * behalf is in doubt.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/account-unbinding | DANA reference: Account Unbinding}.
 */
export function accountUnbinding(
  { merchantId, divisionId }: Settings,
  check: AccountCheck,
): Operation<AccountCall, typeof response, Unbinding> {
  return operation({
    name: 'accountUnbinding',
    path: '/v1.0/registration-account-unbinding.htm',
    kind: 'mutation',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/account-unbinding',
    repeat: {},
    check,
    headers: ({ binding, device }) => ({ ...customerHeaders(binding, device), ...placeHeaders(device) }),
    encode: ({ binding }) => ({
      merchantId,
      subMerchantId: divisionId,
      additionalInfo: { accessToken: binding.accessToken.expose() },
    }),
    codes: accountCodes,
    response,
    decode: (wire) =>
      (wire.merchantId ?? merchantId) === merchantId
        ? defined({ acquirerReference: wire.referenceNo ?? undefined })
        : mismatch('merchantId'),
  });
}
