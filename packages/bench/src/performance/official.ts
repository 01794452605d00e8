import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { Dana } from 'dana-node';
import { REFERENCE } from './acquirer.ts';
import { now } from './clock.ts';
import { danaSandbox, dokuSandbox } from './merchant.ts';

const load = createRequire(import.meta.url);

/** `dana-node` 1.5.11, pointed at a host: it has no setting for that. */
export function openDanaNode(baseUrl: string): () => Promise<unknown> {
  const { clientId, merchantId, privateKey } = danaSandbox.credentials;
  const client = new Dana({ partnerId: clientId, privateKey, origin: 'https://shop.example', env: 'sandbox' });
  const configuration: unknown = Reflect.get(client.paymentGatewayApi, 'configuration');
  if (typeof configuration !== 'object' || configuration === null) throw new Error('The client keeps no configuration');
  Reflect.set(configuration, 'config', { basePath: baseUrl });
  const validUpTo = jakarta(now(1_200_000));
  return () =>
    client.paymentGatewayApi.createOrder({
      partnerReferenceNo: REFERENCE,
      merchantId,
      amount: { value: '222000.00', currency: 'IDR' },
      validUpTo,
      urlParams: [
        { url: 'https://shop.example/return', type: 'PAY_RETURN', isDeeplink: 'N' },
        { url: 'https://shop.example/notify', type: 'NOTIFICATION', isDeeplink: 'N' },
      ],
      additionalInfo: {
        order: { orderTitle: 'Order 1', scenario: 'REDIRECT', merchantTransType: '01' },
        mcc: '5732',
        envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM', orderTerminalType: 'WEB' },
      },
    });
}

/** What is used of `doku-nodejs-library` 1.0.52, which has no types. */
export interface DokuLibrary {
  readonly tokenB2B: string;
  readonly doPaymentJumpApp: (request: object, ip: string, deviceId: string) => Promise<{ responseCode?: string }>;
  readonly validateTokenB2B: (bearer: string) => unknown;
}
interface DokuModule {
  readonly Snap: new (options: object) => DokuLibrary;
}
/** Its functions for signatures. */
export interface DokuSignatures {
  readonly generateSymmetricSignature: (...parts: readonly unknown[]) => string;
  readonly compareSignaturesSymmetric: (received: string, made: string) => boolean;
}

/** The official library of DOKU, pointed at a host, once it has the token its constructor asks for. */
export async function openDokuLibrary(baseUrl: string): Promise<DokuLibrary> {
  const { Snap } = load('doku-nodejs-library') as DokuModule;
  const host = load('doku-nodejs-library/_commons/config') as { getBaseUrl: () => string };
  host.getBaseUrl = () => baseUrl;
  const { clientId, secretKey, merchantPrivateKey, merchantPublicKey, dokuPublicKey } = dokuSandbox.credentials;
  const keys = { privateKey: merchantPrivateKey, publicKey: merchantPublicKey, dokuPublicKey, secretKey };
  const library = new Snap({ isProduction: false, clientID: clientId, issuer: 'SHOP', ...keys });
  while (library.tokenB2B === '') await wait(2);
  return library;
}

/** Its functions for signatures, which it uses and does not export. */
export function dokuSignatures(): DokuSignatures {
  return load('doku-nodejs-library/_services/tokenService') as DokuSignatures;
}

/** The order as DOKU's library takes it: a new object each time, because it changes what it is given. */
export function dokuOrder(): object {
  const PaymentRequest = load('doku-nodejs-library/_models/paymentJumpAppRequestDTO') as new (
    ...fields: readonly unknown[]
  ) => object;
  const returnTo = { url: 'https://shop.example/return', type: 'PAY_RETURN', isDeepLink: 'N' };
  const validUpTo = jakarta(now(3_600_000));
  const more = { channel: 'EMONEY_DANA_SNAP', orderTitle: 'Order 1' };
  return new PaymentRequest(REFERENCE, { value: '222000.00', currency: 'IDR' }, [returnTo], validUpTo, 'mweb', more);
}

function jakarta(date: Date): string {
  return `${new Date(date.getTime() + 25_200_000).toISOString().slice(0, 19)}+07:00`;
}
