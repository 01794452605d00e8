import type { CustomerAccounts } from './customer-accounts.ts';
import { boundCustomer } from './customer-token.ts';
import { formatJakartaDay } from './jakarta-time.ts';
import { checkMerchant } from './merchant.ts';
import { done } from './operation.ts';
import type { Operation } from './operation.ts';
import type { OrderDesk } from './order-desk.ts';
import { object, optional, required, text, textOrEmpty } from './rules.ts';

/** Ends a binding: neither of its tokens works afterwards (DANA reference §3.12). */
export function accountUnbinding({ context, options }: OrderDesk, accounts: CustomerAccounts): Operation {
  return {
    name: 'accountUnbinding',
    paths: ['/v1.0/registration-account-unbinding.htm'],
    service: '09',
    auth: 'b2b2c',
    shape: {
      merchantId: required(text(64)),
      subMerchantId: optional(textOrEmpty(32)),
      partnerReferenceNo: optional(textOrEmpty(64)),
      linkId: optional(textOrEmpty(24)),
      tokenId: optional(textOrEmpty(128)),
      additionalInfo: required(object({})),
    },
    echo: ['partnerReferenceNo', 'merchantId', 'subMerchantId', 'linkId'],
    run(message, request) {
      checkMerchant(message, options);
      accounts.revoke(boundCustomer(request, accounts, context));
      return done({
        referenceNo: formatJakartaDay(context.clock.now()) + context.random.digits(27),
        unlinkResult: 'success',
      });
    },
  };
}
