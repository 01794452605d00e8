import type { Context } from '../context.ts';
import type { CustomerAccounts } from './customer-accounts.ts';
import { boundCustomer } from './customer-token.ts';
import { valueAt } from './message.ts';
import { done } from './operation.ts';
import type { Operation } from './operation.ts';
import { invalidFormat, missingField } from './refusal.ts';
import { object, required, text } from './rules.ts';

/** A one-time token that lets the checkout page know the customer (DANA reference §3.10). */
export function applyOtt(context: Context, accounts: CustomerAccounts): Operation {
  return {
    name: 'applyOTT',
    paths: ['/rest/v1.1/qr/apply-ott'],
    service: '49',
    auth: 'b2b2c',
    shape: { additionalInfo: required(object({ accessToken: required(text(512)) })) },
    echo: [],
    check(message) {
      const resources = valueAt(message, 'userResources');
      if (resources === undefined || resources === null) throw missingField('userResources');
      const isOttOnly = Array.isArray(resources) && resources.length > 0 && resources.every((each) => each === 'OTT');
      if (!isOttOnly) throw invalidFormat('userResources');
    },
    run(_message, request) {
      const value = accounts.oneTimeTokens.issue(boundCustomer(request, accounts, context).phone);
      return done({ userResources: [{ resourceType: 'OTT', value }] });
    },
  };
}
