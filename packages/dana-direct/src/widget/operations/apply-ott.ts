import * as v from 'valibot';
import { mismatch, operation, refusedForNow, type CodeTable, type Operation } from '@bayar/core/kit';
import { accountCodes } from '../account-codes.ts';
import type { AccountCall, AccountCheck } from '../account-call.ts';
import { customerHeaders, placeHeaders } from '../customer-device.ts';
import { secret, type Secret } from '../secret.ts';

const OTT = 'OTT';
const noToken = refusedForNow(
  'other',
  'DANA made no one-time token. Nothing moved: ask again, which asks for a fresh one.',
);

// Every failure is final here, those that leave others in doubt included: a token nobody received pays nothing.
const codes: CodeTable = {
  ...accountCodes,
  '202/00': noToken,
  '2xx': noToken,
  '429/00': refusedForNow('rate-limited', 'Too many one-time tokens were asked for. Wait a moment.'),
  '5xx': noToken,
};

const response = v.object({
  userResources: v.array(v.object({ resourceType: v.string(), value: v.string() })),
});

/**
 * Asks for a one-time token: with it in its address, the checkout page knows the customer. It works once, within ten
 * minutes.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/apply-ott | DANA reference: Apply OTT}.
 */
export function applyOtt(check: AccountCheck): Operation<AccountCall, typeof response, Secret> {
  return operation({
    name: 'applyOtt',
    path: '/rest/v1.1/qr/apply-ott',
    kind: 'mutation',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/apply-ott',
    repeat: {},
    check,
    headers: ({ binding, device }) => ({ ...customerHeaders(binding, device), ...placeHeaders(device) }),
    encode: ({ binding }) => ({
      userResources: [OTT],
      additionalInfo: { accessToken: binding.accessToken.expose() },
    }),
    codes,
    response,
    decode: ({ userResources }) => {
      const token = userResources.find(({ resourceType, value }) => resourceType === OTT && value !== '');
      return token === undefined ? mismatch('userResources') : secret(token.value);
    },
  });
}
