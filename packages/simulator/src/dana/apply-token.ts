import type { Binding, CustomerAccounts } from './customer-accounts.ts';
import { formatJakarta } from './jakarta-time.ts';
import { textAt } from './message.ts';
import type { Message } from './message.ts';
import { done } from './operation.ts';
import type { Operation } from './operation.ts';
import { Refusal, missingField } from './refusal.ts';
import { oneOf, optional, required, textOrEmpty } from './rules.ts';

const unauthorized = (reason: string) => new Refusal(401, '00', `Unauthorized. ${reason}`);

/** One code, four meanings: only the message tells them apart (DANA reference §4.6). */
const authCodeProblems = {
  unknown: 'Invalid Auth Code',
  used: 'Auth Code Used',
  expired: 'Auth Code Expired',
};

/** Exchanges an authorization code, or renews an access token (DANA reference §3.9). */
export function applyToken(accounts: CustomerAccounts): Operation {
  return {
    name: 'applyToken',
    paths: ['/v1.0/access-token/b2b2c.htm'],
    service: '74',
    auth: 'token',
    shape: {
      grantType: required(oneOf(['AUTHORIZATION_CODE', 'REFRESH_TOKEN'])),
      authCode: optional(textOrEmpty(256)),
      refreshToken: optional(textOrEmpty(512)),
    },
    echo: [],
    check(message) {
      const field = textAt(message, 'grantType') === 'REFRESH_TOKEN' ? 'refreshToken' : 'authCode';
      if (!textAt(message, field)) throw missingField(field);
    },
    run: (message) => done(tokenBody(bindingFor(message, accounts))),
  };
}

function bindingFor(message: Message, accounts: CustomerAccounts): Binding {
  if (textAt(message, 'grantType') === 'REFRESH_TOKEN') {
    const renewed = accounts.refresh(textAt(message, 'refreshToken'));
    if (!renewed) throw unauthorized('Invalid Refresh Token');
    return renewed;
  }
  const binding = accounts.redeemAuthCode(textAt(message, 'authCode'));
  if (typeof binding === 'string') throw unauthorized(authCodeProblems[binding]);
  return binding;
}

function tokenBody(binding: Binding): Message {
  return {
    tokenType: 'Bearer',
    accessToken: binding.accessToken,
    accessTokenExpiryTime: formatJakarta(binding.accessTokenExpiresAt),
    refreshToken: binding.refreshToken,
    refreshTokenExpiryTime: formatJakarta(binding.refreshTokenExpiresAt),
    additionalInfo: { userInfo: { publicUserId: binding.publicUserId } },
  };
}
