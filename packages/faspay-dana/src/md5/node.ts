import { hash } from 'node:crypto';

/** Which implementation this is: for the canary tests. */
export const implementation = 'node';

/** MD5 of the text's UTF-8 bytes as lower-case hexadecimal. `abc` is `90015098…28e17f72`. */
export function md5Hex(text: string): string {
  return hash('md5', text, 'hex');
}
