import type { Accounts, BaseUrls } from './control.ts';

/** Plain members, in the words of whoever reads them. */
type Members = Readonly<Record<string, string | boolean>>;

/** What each acquirer's clients are configured with: Bayar's adapters, and the acquirers' own libraries. */
export interface Configuration {
  readonly dana: { readonly bayar: Members; readonly danaNode: Members };
  readonly doku: { readonly bayar: Members; readonly dokuNodejsLibrary: Members };
  readonly faspay: { readonly bayar: Members; readonly debitApi: Members };
}

/** The accounts in those words. The official libraries have no setting for a base URL: it is overridden in code. */
export function configurationOf(accounts: Accounts, baseUrls: BaseUrls): Configuration {
  const environment = 'sandbox';
  const { dana, doku, faspay } = accounts;
  const { clientId, clientSecret, merchantId, privateKey, danaPublicKey } = dana;
  const dokuKeys = { privateKey: doku.merchantPrivateKey, dokuPublicKey: doku.dokuPublicKey };
  return {
    dana: {
      bayar: {
        environment,
        baseUrl: baseUrls.dana,
        clientId,
        merchantId,
        privateKey,
        danaPublicKeys: danaPublicKey,
        mcc: '5732',
      },
      danaNode: { partnerId: clientId, privateKey, origin: 'https://merchant.example', env: environment, clientSecret },
    },
    doku: {
      bayar: { environment, baseUrl: baseUrls.doku, clientId: doku.clientId, secretKey: doku.secretKey, ...dokuKeys },
      dokuNodejsLibrary: {
        isProduction: false,
        clientID: doku.clientId,
        secretKey: doku.secretKey,
        publicKey: doku.merchantPublicKey,
        issuer: doku.clientId,
        ...dokuKeys,
      },
    },
    faspay: {
      bayar: { environment, baseUrl: baseUrls.faspay, ...faspay },
      debitApi: {
        merchant_id: faspay.merchantId,
        merchant: faspay.merchantName,
        user_id: faspay.userId,
        password: faspay.password,
      },
    },
  };
}

/** Settings whose name says the acquirer a second time, or more than a `.env` file needs. */
const shortNames: Readonly<Record<string, string>> = { danaPublicKeys: 'PUBLIC_KEY', dokuPublicKey: 'PUBLIC_KEY' };

/**
 * Lines of a `.env` file, under the names that Bayar's guides and sample configurations read: `DANA_CLIENT_ID="…"`, keys
 * with `\n` for their line breaks.
 */
export function environmentLines(configuration: Configuration): readonly string[] {
  const { clientSecret = '' } = configuration.dana.danaNode;
  const acquirers = [
    ['DANA', { ...configuration.dana.bayar, clientSecret }],
    ['DOKU', configuration.doku.bayar],
    ['FASPAY', configuration.faspay.bayar],
  ] as const;
  return acquirers.flatMap(([prefix, members]) =>
    Object.entries(members).map(
      ([name, value]) => `${prefix}_${shortNames[name] ?? screaming(name)}=${JSON.stringify(String(value))}`,
    ),
  );
}

function screaming(name: string): string {
  return name.replace(/[A-Z]/g, '_$&').toUpperCase();
}
