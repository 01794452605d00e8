import type { Decline } from '@bayar/core';
import { encodeText, equalBytes, sha256Hex } from '@bayar/core/kit';
import { notSent, type AccountOutcome } from './account-outcome.ts';

/** What a customer's browser came back with: a code, or what to tell the merchant instead. */
export type Callback = { readonly kind: 'code'; readonly authCode: string } | AccountOutcome<never>;

const DOCS = 'https://dashboard.dana.id/api-docs-v2/api/widget/account-binding';
// One that holds & or = was cut out of an address in the wrong place.
const AUTH_CODE = /^[^&=\s]{1,256}$/;

/**
 * Reads the address a customer's browser came back to. Nothing in it is signed: the state alone tells whether it is the
 * answer to what this customer was asked.
 */
export async function readCallback(callback: string | URL, state: string): Promise<Callback> {
  const address = readAddress(callback);
  if (address === undefined) return notSent(['callback', 'is no address.', 'Pass the whole URL the browser came to.']);
  const { searchParams } = address;
  if (repeats(searchParams)) {
    return notSent(['callback', 'says something twice.', 'Refuse it: DANA says everything once.']);
  }
  // What a refusal looks like is not documented: one without a state can do no harm, one with another is not ours.
  const mayBeForged = searchParams.has('authCode') || searchParams.has('state');
  if (mayBeForged && !(await isSame(searchParams.get('state') ?? '', state))) {
    return notSent([
      'state',
      'is not the one this customer was sent off with.',
      'Start again from bindingUrl. Somebody may have tried to bind their own account to this session.',
    ]);
  }
  return readAnswer(searchParams);
}

function readAnswer(parameters: URLSearchParams): Callback {
  const authCode = parameters.get('authCode');
  const code = parameters.get('responseCode') ?? '';
  const agreed = code === '' || code.startsWith('2');
  if (authCode === null || !agreed) return { kind: 'declined', decline: refusal(code, parameters) };
  if (AUTH_CODE.test(authCode)) return { kind: 'code', authCode };
  return notSent(['authCode', 'is no authorization code.', 'Pass the address as the browser came to it, undecoded.']);
}

function readAddress(callback: string | URL): URL | undefined {
  // A server often sees the path alone.
  const [text, base] = [String(callback), 'https://callback.invalid'];
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

function repeats(parameters: URLSearchParams): boolean {
  return ['state', 'authCode', 'responseCode'].some((name) => parameters.getAll(name).length > 1);
}

// Compared as digests, which have one length, so that the time taken tells nothing about the state.
async function isSame(given: string, expected: string): Promise<boolean> {
  const [a, b] = await Promise.all([sha256Hex(given), sha256Hex(expected)]);
  return expected !== '' && equalBytes(encodeText(a), encodeText(b));
}

function refusal(code: string, parameters: URLSearchParams): Decline & { readonly message?: string } {
  const message = parameters.get('responseMessage')?.slice(0, 150);
  return {
    reason: 'not-permitted',
    retryable: false,
    code: code.slice(0, 32),
    hint: 'The customer did not agree, or DANA did not let them. Ask again only when the customer wants to.',
    docs: DOCS,
    ...(message === undefined ? {} : { message }),
  };
}
