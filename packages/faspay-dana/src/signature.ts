import { encodeText, equalBytes, sha1Hex } from '@bayar/core/kit';
import { md5Hex } from '#md5';

/** Signs and verifies with the credentials it is bound to. */
export interface Signatures {
  /** The signature of a request about a bill. Faspay puts it into the redirect URL, so the customer sees it. */
  readonly sign: (billNo: string) => Promise<string>;
  /** Whether the signature of a notification or a return says that this bill has this status. It covers nothing else. */
  readonly verify: (signature: string, billNo: string, status: string) => Promise<boolean>;
}

const FORM = /^[0-9a-f]{40}$/i;

/**
 * Faspay's signature: SHA-1, in hexadecimal, of the hexadecimal text of the MD5 of user id, password, bill number and, in
 * what Faspay sends, status, with nothing between them.
 *
 * Nothing between them means that bill `10012` signs like bill `1001` with status `2`: see `bill-number.ts`.
 */
export function createSignatures(credentials: { readonly userId: string; readonly password: string }): Signatures {
  const signed = (text: string): Promise<string> => sha1Hex(md5Hex(credentials.userId + credentials.password + text));
  return {
    sign: signed,
    verify: async (signature, billNo, status) =>
      FORM.test(signature) &&
      equalBytes(encodeText(signature.toLowerCase()), encodeText(await signed(billNo + status))),
  };
}
