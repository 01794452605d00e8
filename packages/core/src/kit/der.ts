import { encodeHex } from './bytes.ts';

/** One value of DER (X.690): as much of it as an RSA key needs. */
export interface DerNode {
  readonly tag: 'sequence' | 'integer' | 'octets' | 'bits' | 'other';
  readonly content: Uint8Array<ArrayBuffer>;
  /** The content as hexadecimal. */
  readonly hex: string;
  /** Header and content. */
  readonly whole: Uint8Array<ArrayBuffer>;
  /** The values inside a sequence; none for others. */
  readonly children: readonly DerNode[];
}

const TAGS: Readonly<Record<number, DerNode['tag']>> = {
  0x30: 'sequence',
  0x02: 'integer',
  0x04: 'octets',
  0x03: 'bits',
};
// SEQUENCE { OID rsaEncryption, NULL }
const RSA_ALGORITHM = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/** Reads exactly one value; `undefined` when the bytes are anything else. */
export function readDer(bytes: Uint8Array<ArrayBuffer>): DerNode | undefined {
  const nodes = readAll(bytes);
  return nodes?.length === 1 ? nodes[0] : undefined;
}

/** A PKCS#1 private key as PKCS#8, the only private form WebCrypto imports. */
export function wrapPkcs8(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  return wrap(0x30, [0x02, 0x01, 0x00, ...RSA_ALGORITHM, ...wrap(0x04, pkcs1)]);
}

/** A PKCS#1 public key as SPKI, the only public form WebCrypto imports. */
export function wrapSpki(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  return wrap(0x30, [...RSA_ALGORITHM, ...wrap(0x03, [0, ...pkcs1])]);
}

/** Values as one sequence. */
export function wrapSequence(values: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return wrap(
    0x30,
    values.flatMap((value) => [...value]),
  );
}

function readAll(bytes: Uint8Array<ArrayBuffer>): DerNode[] | undefined {
  const nodes: DerNode[] = [];
  for (let at = 0; at < bytes.length;) {
    const header = readHeader(bytes, at);
    if (header === undefined || header.end > bytes.length) return undefined;
    const content = bytes.slice(header.start, header.end);
    const tag = TAGS[bytes[at] ?? 0] ?? 'other';
    const children = tag === 'sequence' ? readAll(content) : [];
    if (children === undefined) return undefined;
    nodes.push({ tag, content, hex: encodeHex(content), whole: bytes.slice(at, header.end), children });
    at = header.end;
  }
  return nodes;
}

function readHeader(bytes: Uint8Array, at: number): { start: number; end: number } | undefined {
  const first = bytes[at + 1];
  if (first === undefined) return undefined;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const count = first & 0x7f;
  if (count < 1 || count > 3) return undefined;
  const start = at + 2 + count;
  const length = bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return { start, end: start + length };
}

function wrap(tag: number, content: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const length = content.length;
  const header = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.from([tag, ...header, ...Array.from(content)]);
}
