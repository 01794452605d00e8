import { createHash } from 'node:crypto';
import { explain, mistaken } from '../signature-check.ts';
import type { Mistake, SignatureCheck } from '../signature-check.ts';
import { isSignature, sign } from './signature.ts';
import type { Signer } from './signature.ts';

/** What a signature covers after the account's two secrets. */
export interface FaspaySignedValues {
  /** Absent where nothing else is signed, as in a channel inquiry. */
  readonly billNo?: string;
  /** In notifications and return URLs. */
  readonly status?: string;
}

interface Parts {
  readonly user: string;
  readonly password: string;
  readonly billNo: string;
  readonly status: string;
  readonly swapped: boolean;
  readonly hash: (text: string) => string;
}

const digest = (algorithm: string, text: string | Buffer) => createHash(algorithm).update(text).digest();
const hex = (algorithm: string, text: string | Buffer) => digest(algorithm, text).toString('hex');
const documented = (text: string) => hex('sha1', hex('md5', text));

const hashes: readonly Mistake<Parts>[] = [
  ...mistaken<Parts>('md5-raw', [{ hash: (text) => hex('sha1', digest('md5', text)) }]),
  ...mistaken<Parts>('hash-single', [{ hash: (text) => hex('md5', text) }, { hash: (text) => hex('sha1', text) }]),
  ...mistaken<Parts>('hash-upper-case', [{ hash: (text) => hex('sha1', hex('md5', text).toUpperCase()) }]),
  ...mistaken<Parts>('values-swapped', [{ hash: (text) => hex('md5', hex('sha1', text)) }]),
  ...mistaken<Parts>('algorithm-other', [
    { hash: (text) => hex('sha256', hex('md5', text)) },
    { hash: (text) => hex('sha256', text) },
    { hash: (text) => hex('sha1', hex('sha1', text)) },
  ]),
  ...mistaken<Parts>('encoding-case', [{ hash: (text) => documented(text).toUpperCase() }]),
  ...mistaken<Parts>('encoding-whitespace', [
    { hash: (text) => `${documented(text)} ` },
    { hash: (text) => ` ${documented(text)}` },
  ]),
  ...mistaken<Parts>('encoding-base64url', [{ hash: (text) => digest('sha1', hex('md5', text)).toString('base64') }]),
];

const statuses = ['0', '1', '2', '3', '4', '5', '7', '8', '9'];

/** Whether the account's secrets made this signature over these values, and if not, which usual mistake explains it. */
export function checkFaspaySignature(
  received: string,
  values: FaspaySignedValues,
  signer: Signer,
  merchantId: string,
): SignatureCheck {
  const billNo = values.billNo ?? '';
  const status = values.status ?? '';
  const expected = sign(signer, billNo, status);
  const stringToSign = `<user id><password>${billNo}${status}`;
  if (isSignature(received, expected)) return { genuine: true, stringToSign, expected, received, causes: [] };
  const right: Parts = {
    user: signer.userId,
    password: signer.password,
    billNo,
    status,
    swapped: false,
    hash: documented,
  };
  const causes = explain(right, mistakesIn(right, merchantId), (parts) => isSignature(received, signatureOf(parts)));
  return { genuine: false, stringToSign, expected, received, causes: causes ?? ['unexplained'] };
}

function signatureOf({ user, password, billNo, status, swapped, hash }: Parts): string {
  return hash(`${swapped ? password + user : user + password}${billNo}${status}`);
}

function mistakesIn({ user, password, billNo, status }: Parts, merchantId: string): readonly Mistake<Parts>[] {
  const bare = [1, 2, 3]
    .filter((length) => length < billNo.length)
    .map((length) => ({ billNo: billNo.slice(0, -length) }));
  const spaced = [{ billNo: billNo.trim() }, { billNo: `${billNo} ` }, { billNo: ` ${billNo}` }];
  return [
    ...mistaken<Parts>('status-missing', [status === '' ? undefined : { status: '' }]),
    ...mistaken<Parts>(
      'status-extra',
      statuses.filter((each) => each !== status).map((each) => ({ status: each })),
    ),
    ...mistaken<Parts>('bill-number-missing', [{ billNo: '' }]),
    ...mistaken<Parts>('bill-number-bare', bare),
    ...mistaken<Parts>('body-whitespace', spaced),
    ...hashes,
    ...mistaken<Parts>('values-swapped', [{ swapped: true }]),
    ...mistaken<Parts>('client-other', [{ user: merchantId }, { user: `bot${merchantId}` }, { user: '' }]),
    ...mistaken<Parts>('key-whitespace', [
      { password: `${password}\n` },
      { password: `${password} ` },
      { user: `${user} ` },
    ]),
    ...mistaken<Parts>('key-other', [{ password: '' }, { password: merchantId }, { password: user }]),
  ];
}
