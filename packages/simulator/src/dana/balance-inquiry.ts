import type { CustomerAccounts } from './customer-accounts.ts';
import { boundCustomer } from './customer-token.ts';
import { formatJakartaDay } from './jakarta-time.ts';
import { encodeMoney } from './money.ts';
import { done } from './operation.ts';
import type { Operation } from './operation.ts';
import type { OrderDesk } from './order-desk.ts';
import { object, optional, required, textOrEmpty } from './rules.ts';

/** What a bound customer has at DANA (DANA reference §3.11). Payments here do not change it. */
export function balanceInquiry({ context, options }: OrderDesk, accounts: CustomerAccounts): Operation {
  return {
    name: 'balanceInquiry',
    paths: ['/v1.0/balance-inquiry.htm'],
    service: '11',
    auth: 'b2b2c',
    shape: { partnerReferenceNo: optional(textOrEmpty(64)), additionalInfo: required(object({})) },
    echo: ['partnerReferenceNo'],
    run(_message, request) {
      boundCustomer(request, accounts, context);
      const amount = encodeMoney(options.customerBalance);
      const account = {
        balanceType: 'BALANCE',
        amount,
        availableBalance: amount,
        holdAmount: encodeMoney(0),
        status: '1',
      };
      return done({
        referenceNo: formatJakartaDay(context.clock.now()) + context.random.digits(27),
        accountInfos: [account],
      });
    },
  };
}
