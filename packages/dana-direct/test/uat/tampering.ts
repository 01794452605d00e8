import { createHash, createSign } from 'node:crypto';

/** What is changed between our client and DANA. */
export interface Tampering {
  /** Put over the headers after signing, as DANA's own manual client does. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Put into the body before signing: what arrives is rightly signed, and wrong. */
  readonly body?: (text: string) => string;
}

/** The headers DANA's list spoils. */
export const spoilt = {
  noTimestamp: { headers: { 'x-timestamp': '' } },
  blankInTimestamp: { headers: { 'x-timestamp': '2026-09-01 10:00:00+07:00' } },
  noSignature: { headers: { 'x-signature': '' } },
  wrongSignature: { headers: { 'x-signature': '85be81'.padEnd(64, 'b19a5') } },
} as const;

/** The request as it arrives. The new signature is made with the platform's crypto, by the formula of the reference. */
export async function tamper(
  request: Request,
  { headers = {}, body: change }: Tampering,
  privateKey: string,
): Promise<Request> {
  const { url, method, signal } = request;
  const sent = new Headers(request.headers);
  const text = await request.text();
  const body = change === undefined ? text : change(text);
  const hash = createHash('sha256').update(body).digest('hex');
  const stringToSign = `${method}:${new URL(url).pathname}:${hash}:${sent.get('x-timestamp') ?? ''}`;
  sent.set('x-signature', createSign('RSA-SHA256').update(stringToSign).sign(privateKey, 'base64'));
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  return new Request(url, { method, headers: sent, body, signal });
}
