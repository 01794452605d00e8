// WebCrypto refuses MD5. crypto-js cannot be tree-shaken, so it is imported here and nowhere else.
import md5 from 'crypto-js/md5.js';

/** Which implementation this is: for the canary tests. */
export const implementation = 'web';

/** MD5 of the text's UTF-8 bytes as lower-case hexadecimal. `abc` is `90015098…28e17f72`. */
export function md5Hex(text: string): string {
  return md5(text).toString();
}
