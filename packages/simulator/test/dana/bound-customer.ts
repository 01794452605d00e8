import { clientId, createMerchant, jakarta, readAnswer, signRsa } from './merchant.ts';
import type { Json, Spoil } from './merchant.ts';

export const tokenPath = '/v1.0/access-token/b2b2c.htm';
export const ottPath = '/rest/v1.1/qr/apply-ott';
export const unbindPath = '/v1.0/registration-account-unbinding.htm';
export const balancePath = '/v1.0/balance-inquiry.htm';

type Merchant = ReturnType<typeof createMerchant>;

/** A binding address as the API mode writes it. */
export const bindingUrl = (overrides: Readonly<Record<string, string>> = {}) =>
  `https://m.sandbox.dana.id/v1.0/get-auth-code?${new URLSearchParams({
    partnerId: clientId,
    timestamp: '2026-09-01T10:00:00+07:00',
    externalId: 'ext-1',
    channelId: 'ch-1',
    scopes: 'CASHIER,QUERY_BALANCE',
    redirectUrl: 'https://merchant.example/callback',
    state: 'state-1',
    isSnapBI: 'true',
    ...overrides,
  }).toString()}`;

/** A signed token request. */
export async function askToken({ dana, clock }: Merchant, body: Json, headers: Readonly<Record<string, string>> = {}) {
  const timestamp = jakarta(clock.now());
  const signature = signRsa(`${clientId}|${timestamp}`).toString('base64');
  return readAnswer(
    await dana.fetch(`https://api.sandbox.dana.id${tokenPath}`, {
      method: 'POST',
      headers: { 'X-TIMESTAMP': timestamp, 'X-CLIENT-KEY': clientId, 'X-SIGNATURE': signature, ...headers },
      body: JSON.stringify(body),
    }),
  );
}

export const byCode = (authCode: string | null): Json => ({
  grantType: 'AUTHORIZATION_CODE',
  authCode,
  refreshToken: '',
});
export const codeOf = (callback: string) => new URL(callback).searchParams.get('authCode');

/** A merchant one customer has agreed to. */
export async function bound(settings = {}, url = bindingUrl()) {
  const merchant = createMerchant(settings);
  const { body } = await askToken(merchant, byCode(codeOf(merchant.dana.binding.approve(url))));
  const accessToken = String(body['accessToken']);
  const asCustomer = (path: string, message: Json, spoil: Spoil = {}) =>
    merchant.call(
      path,
      { additionalInfo: { accessToken }, ...message },
      { headers: { 'Authorization-Customer': `Bearer ${accessToken}`, 'X-DEVICE-ID': 'device-1', ...spoil.headers } },
    );
  const ott = () => asCustomer(ottPath, { userResources: ['OTT'] });
  return { ...merchant, accessToken, refreshToken: String(body['refreshToken']), asCustomer, ott };
}
