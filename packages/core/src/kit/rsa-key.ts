import { decodeBase64 } from './bytes.ts';
import { readDer, wrapPkcs8, wrapSequence, wrapSpki, type DerNode } from './der.ts';

/** An RSA key as every platform imports it: PKCS#8 when private, SPKI when public. */
export interface RsaKey {
  readonly kind: 'private' | 'public';
  /** Length of the modulus. */
  readonly bits: number;
  readonly der: Uint8Array<ArrayBuffer>;
}

/** Why a text is not an RSA key we can use. The last two are about one that is protected by a passphrase. */
export type KeyProblem = 'unreadable' | 'encrypted' | 'certificate' | 'not-rsa' | 'wrong-passphrase' | 'cannot-decrypt';

const RSA_OID = '2a864886f70d010101';
const LABELLED = /-----BEGIN ([A-Z ]+)-----([\s\S]*?)-----END \1-----/;

/**
 * Reads an RSA key as merchants paste it: PEM PKCS#8, PKCS#1 or SPKI, on several lines, on one line, with escaped
 * newlines, CRLF or surrounding quotes; or the bare base64 of any of them.
 *
 * The answer never holds a part of the text it was given.
 */
export function readRsaKey(text: string): RsaKey | KeyProblem {
  const { label, pem, bytes } = readArmour(text);
  if (label.includes('ENCRYPTED') || pem.includes('ENCRYPTED')) return 'encrypted';
  if (/^(?:EC|DSA) /.test(label)) return 'not-rsa';
  const root = bytes && readDer(bytes);
  return root === undefined ? 'unreadable' : classify(root);
}

/** A key's text, unpacked. */
export interface Armour {
  /** What stands between BEGIN and the dashes; empty when there is no such line. */
  readonly label: string;
  /** The text without what configuration files add to it. */
  readonly pem: string;
  /** The bytes; `undefined` when something else than base64 stands there, such as the headers of an old encrypted PEM. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

/** Unpacks a key as merchants paste it. */
export function readArmour(text: string): Armour {
  const pem = text.replaceAll('\\r', '').replaceAll('\\n', '\n').replaceAll(/["']/g, '').trim();
  const [, label = '', armoured] = LABELLED.exec(pem) ?? [];
  return { label, pem, bytes: decodeBase64((armoured ?? pem).replaceAll(/\s/g, '')) };
}

function classify(root: DerNode): RsaKey | KeyProblem {
  const [first, second, third] = root.children;
  if (first?.tag === 'sequence') return classifyWrapped(root, first, second);
  if (first?.tag !== 'integer' || second === undefined) return 'unreadable';
  return second.tag === 'sequence' ? readPkcs8(root, second, third) : readPkcs1(root, third);
}

function classifyWrapped(root: DerNode, first: DerNode, second: DerNode | undefined): RsaKey | KeyProblem {
  if (second?.tag === 'octets') return 'encrypted';
  // Certificates, and requests for one, are three values: what is signed, how, and the signature.
  return second?.tag === 'sequence' ? 'certificate' : readSpki(root, first, second);
}

function readPkcs1(root: DerNode, third: DerNode | undefined): RsaKey | KeyProblem {
  if (third === undefined) return rsa('public', integers(root, 2)?.[0], wrapSpki(root.whole));
  // What begins like an RSA key and does not go on like one belongs to EC (SEC 1) or DSA.
  const modulus = integers(root, 9)?.[1];
  return modulus === undefined ? 'not-rsa' : rsa('private', modulus, wrapPkcs8(root.whole));
}

function readSpki(root: DerNode, algorithm: DerNode, bits: DerNode | undefined): RsaKey | KeyProblem {
  if (algorithm.children[0]?.hex !== RSA_OID) return 'not-rsa';
  // The first byte of a bit string counts its unused bits.
  return rsa('public', integers(bits && readDer(bits.content.subarray(1)), 2)?.[0], root.whole);
}

function readPkcs8(root: DerNode, algorithm: DerNode, octets: DerNode | undefined): RsaKey | KeyProblem {
  if (algorithm.children[0]?.hex !== RSA_OID) return algorithm.children[0] === undefined ? 'unreadable' : 'not-rsa';
  return rsa('private', integers(octets && readDer(octets.content), 9)?.[1], root.whole);
}

// PKCS#1: a public key is two integers, a private one nine.
function integers(node: DerNode | undefined, count: 2 | 9): readonly DerNode[] | undefined {
  return node?.children.length === count && node.children.every(({ tag }) => tag === 'integer')
    ? node.children
    : undefined;
}

function rsa(kind: RsaKey['kind'], modulus: DerNode | undefined, der: Uint8Array<ArrayBuffer>): RsaKey | KeyProblem {
  if (modulus === undefined) return 'unreadable';
  const digits = modulus.hex.replace(/^(?:00)+/, '');
  const leading = Number.parseInt(digits.slice(0, 2), 16);
  return Number.isNaN(leading)
    ? 'unreadable'
    : { kind, bits: (digits.length / 2 - 1) * 8 + (32 - Math.clz32(leading)), der };
}

/** The public half of a private key: what verifies what it signs. */
export function publicHalf(privateKey: RsaKey): RsaKey {
  const octets = readDer(privateKey.der)?.children[2];
  const [, modulus, exponent] = (octets && readDer(octets.content)?.children) ?? [];
  if (modulus === undefined || exponent === undefined) throw new TypeError('Not a private key.');
  return { kind: 'public', bits: privateKey.bits, der: wrapSpki(wrapSequence([modulus.whole, exponent.whole])) };
}
