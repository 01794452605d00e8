import { createHash } from 'node:crypto';
import { diagnoseRsa } from '../rsa-diagnosis.ts';
import { mistaken } from '../signature-check.ts';
import type { Mistake, SignatureCheck } from '../signature-check.ts';
import { otherBodyHashes, otherPaths, otherTimestamps } from '../usual-mistakes.ts';
import { isSignatureOf, signText } from './signature.ts';

/** A signed request as DANA receives it, and whose it should be. */
export interface DanaSignedRequest {
  /** `token` covers client id and time alone (DANA reference §2.4). */
  readonly form: 'request' | 'token';
  readonly method: string;
  readonly url: string;
  readonly body: Uint8Array;
  readonly timestamp: string;
  /** As the header names it. */
  readonly clientId: string;
  readonly signature: string;
}

/** The merchant's account as far as signatures go. */
export interface DanaSigner {
  readonly clientId: string;
  readonly publicKey: string;
  readonly privateKey: string;
  /** The other paths of the API: signing one of those is a usual mistake. */
  readonly paths: readonly string[];
}

/** The parts of both strings to sign, so that one can be taken for the other. */
interface Parts {
  readonly form: 'request' | 'token';
  readonly method: string;
  readonly path: string;
  readonly hash: string;
  readonly timestamp: string;
  readonly client: string;
}

const stringToSign = ({ form, method, path, hash, timestamp, client }: Parts) =>
  form === 'token' ? `${client}|${timestamp}` : `${method}:${path}:${hash}:${timestamp}`;

/** Whether the signature is the merchant's own over this request, and if not, which usual mistake explains it. */
export function checkDanaSignature(request: DanaSignedRequest, signer: DanaSigner): SignatureCheck {
  const right = partsOf(request, signer);
  const text = stringToSign(right);
  const received = request.signature;
  const known = request.clientId === signer.clientId;
  if (known && isSignatureOf(received, text, signer.publicKey)) {
    return { genuine: true, stringToSign: text, expected: received, received, causes: [] };
  }
  const mistakes = mistakesIn(request, right, signer);
  const causes = known
    ? diagnoseRsa({ signature: received, publicKey: signer.publicKey, right, mistakes, stringToSign })
    : (['client-other'] as const);
  return { genuine: false, stringToSign: text, expected: signText(text, signer.privateKey), received, causes };
}

function partsOf(request: DanaSignedRequest, { clientId }: DanaSigner): Parts {
  const hash = createHash('sha256').update(request.body).digest('hex');
  const { form, method, timestamp } = request;
  return { form, method, path: new URL(request.url).pathname, hash, timestamp, client: clientId };
}

function mistakesIn(request: DanaSignedRequest, right: Parts, signer: DanaSigner): readonly Mistake<Parts>[] {
  const timestamps = otherTimestamps(request.timestamp).map(({ cause, text }) => ({
    cause,
    change: { timestamp: text },
  }));
  const scheme = mistaken<Parts>('scheme-other', [{ form: right.form === 'token' ? 'request' : 'token' }]);
  if (right.form === 'token') return [...timestamps, ...scheme, ...mistaken<Parts>('client-other', [{ client: '' }])];
  return [
    ...otherBodyHashes(request.body).map(({ cause, text }) => ({ cause, change: { hash: text } })),
    ...otherPaths(new URL(request.url), right.path, signer.paths).map(({ cause, text }) => ({
      cause,
      change: { path: text },
    })),
    ...timestamps,
    ...mistaken<Parts>('method-other', [{ method: request.method.toLowerCase() }, { method: 'GET' }]),
    ...scheme,
  ];
}
