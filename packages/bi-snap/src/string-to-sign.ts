import { sha256Hex } from '@bayar/core/kit';

/** What a signature over a message covers. */
export interface SignedMessage {
  readonly method: string;
  /** Path only, exactly as requested. */
  readonly path: string;
  readonly body: string;
  readonly timestamp: string;
}

/** The asymmetric string to sign: `POST:path:sha256hex(body):timestamp`. */
export async function asymmetricStringToSign(message: SignedMessage): Promise<string> {
  return `${message.method}:${message.path}:${await bodyHash(message)}:${message.timestamp}`;
}

/** The symmetric string to sign, which also covers the access token, without its `Bearer`. */
export async function symmetricStringToSign(message: SignedMessage, accessToken: string): Promise<string> {
  return `${message.method}:${message.path}:${accessToken}:${await bodyHash(message)}:${message.timestamp}`;
}

/** The string to sign for a B2B token: `clientId|timestamp`; the body is not covered. */
export function tokenStringToSign(clientId: string, timestamp: string): string {
  return `${clientId}|${timestamp}`;
}

function bodyHash({ body }: SignedMessage): Promise<string> {
  return sha256Hex(body);
}
