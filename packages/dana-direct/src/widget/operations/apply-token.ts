import * as v from 'valibot';
import { commonCodes } from '@bayar/bi-snap';
import { defined, operation, refused, type Clock, type CodeTable, type Operation } from '@bayar/core/kit';
import { decodeTime } from '../../order-time.ts';
import type { Settings } from '../../settings.ts';
import { tokenText, type Binding } from '../binding.ts';
import { checkRefresh } from '../binding-checks.ts';
import { secret } from '../secret.ts';

/** What tokens are asked for with: the code of a customer who has just agreed, or a binding that is to be renewed. */
export type Grant = { readonly authCode: string } | { readonly renew: Binding };

const codes: CodeTable = {
  ...commonCodes,
  '401/00': refused(
    'authentication',
    'One code for four refusals; message says which: the authorization code was used, is older than ten minutes, is unknown, or our signature is wrong. But for the signature, let the customer bind again.',
  ),
};

const response = v.object({
  accessToken: tokenText,
  accessTokenExpiryTime: v.nullish(v.string()),
  refreshToken: v.nullish(tokenText),
  refreshTokenExpiryTime: v.nullish(v.string()),
  additionalInfo: v.nullish(v.object({ userInfo: v.nullish(v.object({ publicUserId: v.nullish(v.string()) })) })),
});

/**
 * Exchanges an authorization code, or a refresh token, for tokens. Sent once: a code works once, and DANA does not say
 * what a repeat is answered with.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/apply-token | DANA reference: Apply Token}.
 */
export function applyToken(
  { clientId, environment }: Settings,
  clock: Clock,
): Operation<Grant, typeof response, Binding> {
  const owner = { clientId, environment };
  return operation({
    name: 'applyToken',
    path: '/v1.0/access-token/b2b2c.htm',
    kind: 'mutation',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/apply-token',
    repeat: {},
    check: (grant) => ('renew' in grant ? checkRefresh(grant.renew, owner, clock.now()) : []),
    encode: (grant) =>
      'authCode' in grant
        ? { grantType: 'AUTHORIZATION_CODE', authCode: grant.authCode }
        : { grantType: 'REFRESH_TOKEN', refreshToken: grant.renew.refreshToken?.expose() },
    codes,
    response,
    decode: (wire, grant) => decode(wire, 'renew' in grant ? grant.renew : undefined, owner),
  });
}

// Whether renewing gives a new refresh token is not documented: what does not come stays what it was.
function decode(
  wire: v.InferOutput<typeof response>,
  before: Binding | undefined,
  owner: Pick<Settings, 'clientId' | 'environment'>,
): Binding {
  const given = wire.refreshToken ?? undefined;
  const renewable =
    given === undefined
      ? { refreshToken: before?.refreshToken, refreshTokenExpiresAt: before?.refreshTokenExpiresAt }
      : { refreshToken: secret(given), refreshTokenExpiresAt: decodeTime(wire.refreshTokenExpiryTime) };
  return Object.freeze({
    ...owner,
    accessToken: secret(wire.accessToken),
    ...defined({
      ...renewable,
      accessTokenExpiresAt: decodeTime(wire.accessTokenExpiryTime),
      publicUserId: wire.additionalInfo?.userInfo?.publicUserId ?? before?.publicUserId,
    }),
  });
}
