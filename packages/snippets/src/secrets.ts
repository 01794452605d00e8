import { simulator } from './simulator.ts';

const { dana, doku, faspay } = simulator.settings;

const secrets: Readonly<Record<string, string>> = {
  DANA_CLIENT_ID: dana.clientId,
  DANA_CLIENT_SECRET: simulator.dana.credentials.clientSecret,
  DANA_MERCHANT_ID: dana.merchantId,
  DANA_PRIVATE_KEY: dana.privateKey,
  DANA_PUBLIC_KEY: dana.danaPublicKeys,
  DOKU_CLIENT_ID: doku.clientId,
  DOKU_SECRET_KEY: doku.secretKey,
  DOKU_PRIVATE_KEY: doku.privateKey,
  DOKU_PUBLIC_KEY: doku.dokuPublicKey,
  FASPAY_PASSWORD: faspay.password,
};

/**
 * A secret by its name.
 *
 * @throws Error when there is none.
 */
export function secret(name: string): string {
  const found = secrets[name];
  if (found === undefined) throw new Error(`There is no secret ${name}.`);
  return found;
}
