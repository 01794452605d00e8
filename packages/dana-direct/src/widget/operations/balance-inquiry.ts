import * as v from 'valibot';
import { amountSchema } from '@bayar/bi-snap';
import type { Money } from '@bayar/core';
import { defined, operation, refused, type CodeTable, type Operation } from '@bayar/core/kit';
import type { AccountCall, AccountCheck } from '../account-call.ts';
import { accountCodes } from '../account-codes.ts';
import { customerHeaders } from '../customer-device.ts';

/** What a bound customer has. Plain JSON. */
export interface Balance {
  /** The customer's name, where DANA gives it. */
  readonly name?: string;
  readonly accounts: readonly BalanceAccount[];
}

/** One of the customer's accounts at DANA. */
export interface BalanceAccount {
  /** DANA's word for it: `BALANCE`. */
  readonly type: string;
  readonly status: 'active' | 'closed' | 'new' | 'restricted' | 'frozen' | 'unknown';
  /** What can be spent now. */
  readonly available?: Money;
  readonly amount?: Money;
  /** Set aside, not to be spent. */
  readonly held?: Money;
}

const STATUSES: Readonly<Record<string, BalanceAccount['status']>> = {
  '1': 'active',
  '2': 'closed',
  '4': 'new',
  '6': 'restricted',
  '7': 'frozen',
};

const codes: CodeTable = {
  ...accountCodes,
  '403/18': refused('customer-account', "The customer's account is inactive."),
};

const accountInfo = v.object({
  balanceType: v.nullish(v.string(), ''),
  amount: v.nullish(amountSchema),
  holdAmount: v.nullish(amountSchema),
  availableBalance: v.nullish(amountSchema),
  status: v.nullish(v.string()),
});

const response = v.object({ name: v.nullish(v.string()), accountInfos: v.array(accountInfo) });

/**
 * Asks what a bound customer has. DANA answers within three seconds or not at all.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/balance-inquiry | DANA reference: Balance Inquiry}.
 */
export function balanceInquiry(check: AccountCheck): Operation<AccountCall, typeof response, Balance> {
  return operation({
    name: 'balanceInquiry',
    path: '/v1.0/balance-inquiry.htm',
    kind: 'read',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/balance-inquiry',
    repeat: {},
    check,
    headers: ({ binding, device }) => customerHeaders(binding, device),
    encode: ({ binding }) => ({ additionalInfo: { accessToken: binding.accessToken.expose() } }),
    codes,
    response,
    decode: ({ name, accountInfos }) => ({
      ...defined({ name: name ?? undefined }),
      accounts: accountInfos.map(decodeAccount),
    }),
  });
}

function decodeAccount(wire: v.InferOutput<typeof accountInfo>): BalanceAccount {
  const status = wire.status ?? '';
  return {
    type: wire.balanceType,
    status: (Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined) ?? 'unknown',
    ...defined({
      available: wire.availableBalance ?? undefined,
      amount: wire.amount ?? undefined,
      held: wire.holdAmount ?? undefined,
    }),
  };
}
