import * as v from 'valibot';
import {
  equalBytes,
  headerText,
  origin,
  privateKey,
  publicHalf,
  publicKey,
  rule,
  secretText,
  tolerance,
} from '@bayar/core/kit';

/** One merchant account at DOKU. Plain data: it can come from a file. */
export interface DokuDanaConfig {
  /** Which of DOKU's systems the credentials belong to. */
  readonly environment: 'sandbox' | 'production';
  /** Client ID (`BRN-…` or `MCH-…`), from DOKU's dashboard, Integration menu. */
  readonly clientId: string;
  /** Secret Key (`SK-…`), from the same place. Signs requests and verifies notifications. */
  readonly secretKey: string;
  /**
   * The merchant's own RSA private key, 2048 bits or more, PEM or base64; its public half is registered at DOKU. Signs
   * token requests, and the tokens DOKU fetches before it notifies.
   */
  readonly privateKey: string;
  /** Passphrase of `privateKey`, where it has one: DOKU's libraries tell merchants to make such a key. Needs Node's crypto. */
  readonly passphrase?: string;
  /** DOKU's RSA public key, from the dashboard. Verifies DOKU's own token requests. */
  readonly dokuPublicKey: string;
  /** Shape of `urlParam`: DOKU's libraries send a list of one, its DANA page shows an object. Default `array`. */
  readonly urlParamShape?: 'array' | 'object';
  /** `serviceCode` of a status request: DOKU's libraries send 55, SNAP defines 54. Default `55`. */
  readonly serviceCode?: '55' | '54';
  /** `CHANNEL-ID` header. DOKU does not document it for DANA; default: not sent. */
  readonly channelId?: string;
  /** How far the time of a message from DOKU may be from ours, in milliseconds, either way. Default 300,000; at most 900,000. */
  readonly notificationToleranceMs?: number;
  /** Issuer (`iss`) of the tokens given to DOKU. Default: the Client ID. */
  readonly issuer?: string;
  /** Origin of the interface, for a simulator or a proxy. Default: DOKU's own host of the environment. */
  readonly baseUrl?: string;
}

const HOSTS = { sandbox: 'https://api-sandbox.doku.com', production: 'https://api.doku.com' } as const;

const entriesWith = (passphrase: string | undefined) =>
  v.strictObject({
    environment: v.picklist(['sandbox', 'production']),
    clientId: headerText(64),
    secretKey: secretText(),
    privateKey: privateKey(passphrase),
    passphrase: v.optional(secretText()),
    dokuPublicKey: publicKey(),
    urlParamShape: v.optional(v.picklist(['array', 'object']), 'array'),
    serviceCode: v.optional(v.picklist(['55', '54']), '55'),
    channelId: v.optional(headerText(16)),
    notificationToleranceMs: tolerance(),
    issuer: v.optional(headerText(64)),
    baseUrl: v.optional(origin()),
  });

/** Schema of {@link DokuDanaConfig}: strict, and its output has every default filled in and every key read. */
export const dokuDanaConfig = v.pipe(
  // A protected key can only be read with what is read beside it.
  v.lazy((settings) => entriesWith(passphraseOf(settings))),
  v.forward(
    v.partialCheck(
      [['privateKey'], ['dokuPublicKey']],
      (keys) => !equalBytes(publicHalf(keys.privateKey).der, keys.dokuPublicKey.der),
      rule("must be DOKU's key; this is the public half of privateKey.", "Copy DOKU's public key from its dashboard."),
    ),
    ['dokuPublicKey'],
  ),
  v.transform(({ passphrase: _, ...read }) => ({
    ...read,
    issuer: read.issuer ?? read.clientId,
    baseUrl: read.baseUrl ?? HOSTS[read.environment],
  })),
);

function passphraseOf(settings: unknown): string | undefined {
  const read = v.safeParse(v.object({ passphrase: v.string() }), settings);
  return read.success ? read.output.passphrase : undefined;
}

/** What the adapter works with. */
export type Settings = v.InferOutput<typeof dokuDanaConfig>;
