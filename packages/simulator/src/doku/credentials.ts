import { throwawayKeyPair } from '../key-pair.ts';
import type { RandomSource } from '../random.ts';
import type { DokuAccountSettings } from './settings.ts';

/** What a merchant configures to be a client of DOKU. Key pairs as PEM text, PKCS#8 and SPKI. */
export interface DokuCredentials {
  readonly clientId: string;
  /** HMAC key, both ways. */
  readonly secretKey: string;
  /** Signs token requests, and the tokens the merchant gives to DOKU. */
  readonly merchantPrivateKey: string;
  readonly merchantPublicKey: string;
  /** Verifies DOKU's token requests. */
  readonly dokuPublicKey: string;
}

/** The account from DOKU's side. */
export interface DokuAccount {
  readonly credentials: DokuCredentials;
  /** PKCS#8 PEM. */
  readonly dokuPrivateKey: string;
  /** The whole account, to open it again. */
  readonly settings: Required<DokuAccountSettings>;
}

/** Opens the merchant's account, making up what is not given. */
export function openAccount(settings: DokuAccountSettings, random: RandomSource): DokuAccount {
  const merchant = settings.merchantKeys ?? throwawayKeyPair('doku-merchant');
  const doku = settings.dokuKeys ?? throwawayKeyPair('doku');
  const credentials: DokuCredentials = {
    clientId: settings.clientId ?? `BRN-${random.digits(4)}-${random.digits(13)}`,
    secretKey: settings.secretKey ?? `SK-${random.alphanumeric(20)}`,
    merchantPrivateKey: merchant.privateKey,
    merchantPublicKey: merchant.publicKey,
    dokuPublicKey: doku.publicKey,
  };
  return {
    credentials,
    dokuPrivateKey: doku.privateKey,
    settings: {
      clientId: credentials.clientId,
      secretKey: credentials.secretKey,
      merchantKeys: merchant,
      dokuKeys: doku,
    },
  };
}
