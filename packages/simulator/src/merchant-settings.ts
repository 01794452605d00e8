import type { DanaSandbox } from './dana/dana.ts';
import type { DokuSandbox } from './doku/doku.ts';
import type { FaspaySandbox } from './faspay/sandbox.ts';
import type { FaspayCredentials } from './faspay/settings.ts';

/** The sandboxes' credentials under the names that Bayar's adapters give them: what a factory takes. */
export interface MerchantSettings {
  readonly dana: {
    readonly environment: 'sandbox';
    readonly clientId: string;
    readonly merchantId: string;
    readonly privateKey: string;
    readonly danaPublicKeys: string;
    readonly mcc: string;
  };
  readonly doku: {
    readonly environment: 'sandbox';
    readonly clientId: string;
    readonly secretKey: string;
    readonly privateKey: string;
    readonly dokuPublicKey: string;
  };
  readonly faspay: { readonly environment: 'sandbox' } & FaspayCredentials;
}

interface Sandboxes {
  readonly dana: DanaSandbox;
  readonly doku: DokuSandbox;
  readonly faspay: FaspaySandbox;
}

const environment = 'sandbox' as const;

/** Reads the credentials when they are asked for: keys are made when they are first needed. */
export function merchantSettings({ dana, doku, faspay }: Sandboxes): MerchantSettings {
  return {
    get dana() {
      const { clientId, merchantId, privateKey, danaPublicKey } = dana.credentials;
      return { environment, clientId, merchantId, privateKey, danaPublicKeys: danaPublicKey, mcc: '5732' };
    },
    get doku() {
      const { clientId, secretKey, merchantPrivateKey, dokuPublicKey } = doku.credentials;
      return { environment, clientId, secretKey, privateKey: merchantPrivateKey, dokuPublicKey };
    },
    get faspay() {
      return { environment, ...faspay.credentials };
    },
  };
}
