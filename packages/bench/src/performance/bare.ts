import { createHmac, createPrivateKey, createSecretKey, hash, randomInt, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** A request as a client sent it. */
export interface Recorded {
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const signAside = promisify(sign);

/** Records what a client sends, and answers from here. */
export function recorder(answer: (path: string) => string): { fetch: typeof fetch; sent: Recorded[] } {
  const sent: Recorded[] = [];
  const record: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname: path } = new URL(request.url);
    sent.push({ url: request.url, path, headers: Object.fromEntries(request.headers), body: await request.text() });
    return new Response(answer(path));
  };
  return { fetch: record, sent };
}

/** The least a client of DANA can do: sign the same bytes with a key that is parsed already, and send them. */
export function signRsa(privateKey: string, { path, headers, body }: Recorded): () => Promise<Record<string, string>> {
  const key = createPrivateKey(privateKey);
  return async () => {
    const text = `POST:${path}:${hash('sha256', body, 'hex')}:${headers['x-timestamp'] ?? ''}`;
    const signature = await signAside('RSA-SHA256', Buffer.from(text), key);
    return { ...headers, 'x-external-id': digits(), 'x-signature': signature.toString('base64') };
  };
}

/** The least a client of DOKU can do once it has a token. */
export function signHmac(secretKey: string, { path, headers, body }: Recorded): () => Record<string, string> {
  const key = createSecretKey(Buffer.from(secretKey));
  const token = (headers['authorization'] ?? '').slice('Bearer '.length);
  return () => {
    const text = `POST:${path}:${token}:${hash('sha256', body, 'hex')}:${headers['x-timestamp'] ?? ''}`;
    const signature = createHmac('sha512', key).update(text).digest('base64');
    return { ...headers, 'x-external-id': digits(), 'x-signature': signature };
  };
}

/** Sends the recorded bytes and reads the answer. */
export async function sendBare({ url, body }: Recorded, headers: Record<string, string>): Promise<unknown> {
  return (await fetch(url, { method: 'POST', headers, body })).json();
}

function digits(): string {
  return String(randomInt(2 ** 47)).padStart(25, '0');
}
