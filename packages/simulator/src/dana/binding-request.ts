import { isMessage, textAt } from './message.ts';
import type { Message } from './message.ts';
import type { DanaOptions } from './settings.ts';
import { isSignatureOf } from './signature.ts';

/** A merchant's request to be bound to a customer, as it stands in the browser's address (DANA reference §1.5). */
export interface BindingRequest {
  readonly redirectUrl: string;
  readonly state: string;
  readonly scopes: readonly string[];
  /** Where the merchant names the customer, only that customer can agree. */
  readonly phone: string | undefined;
}

const required = {
  '/v1.0/get-auth-code': [
    'partnerId',
    'timestamp',
    'externalId',
    'channelId',
    'scopes',
    'redirectUrl',
    'state',
    'isSnapBI',
  ],
  '/n/link/binding': ['partnerId', 'scopes', 'terminalType', 'externalId', 'requestId', 'redirectUrl', 'state'],
};

/** The paths of the API mode and of the deep link mode. */
export const bindingPaths: readonly string[] = Object.keys(required);

/** Reads the address, or says what is wrong with it. */
export function parseBindingRequest(url: URL, options: DanaOptions): BindingRequest | string {
  const query = url.searchParams;
  const names = url.pathname === '/n/link/binding' ? required['/n/link/binding'] : required['/v1.0/get-auth-code'];
  const missing = names.find((name) => !query.get(name));
  if (missing) return `The parameter ${missing} is missing.`;
  if (query.get('partnerId') !== options.clientId) return 'The partnerId is not known.';
  const redirectUrl = query.get('redirectUrl') ?? '';
  if (!URL.canParse(redirectUrl)) return 'The redirectUrl is not a URL.';

  const text = query.get('seamlessData');
  const seamless = text === null ? {} : parseSeamlessData(text);
  if (!seamless) return 'The seamlessData is not a JSON object.';
  if (text !== null && options.verifySeamlessSign && !isSealed(text, query.get('seamlessSign') ?? '', options)) {
    return 'The seamlessSign is not the signature of seamlessData.';
  }
  return {
    redirectUrl,
    state: query.get('state') ?? '',
    scopes: (query.get('scopes') ?? '').split(','),
    // Clients disagree on the name of the field.
    phone: textAt(seamless, 'mobileNumber') || textAt(seamless, 'mobile') || undefined,
  };
}

function parseSeamlessData(text: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMessage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Some clients encode the signature twice in the address, some once (DANA reference §1.5). */
function isSealed(text: string, signature: string, options: DanaOptions): boolean {
  const base64 = signature.includes('%') ? decodeURIComponent(signature) : signature;
  return isSignatureOf(base64, text, options.merchantKeys().publicKey);
}

/** Back to the merchant with a code, or without one: DANA documents only the former. */
export function bindingCallback({ redirectUrl, state }: BindingRequest, authCode: string | undefined): string {
  const url = new URL(redirectUrl);
  const outcome =
    authCode === undefined
      ? { responseCode: '4031005', responseMessage: 'Do Not Honor' }
      : { responseCode: '2001000', responseMessage: 'Successful', authCode };
  for (const [name, value] of Object.entries({ ...outcome, state })) url.searchParams.set(name, value);
  return url.href;
}
