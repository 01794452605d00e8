import type { Issue } from '@bayar/core';
import { formatJakarta, isLoopback, rsaSha256, type Runtime, type Sign } from '@bayar/core/kit';
import type { Settings } from '../settings.ts';
import type { AccountOutcome } from './account-outcome.ts';
import { uuid } from './open-api/protocol.ts';
import {
  checkKnownCustomer,
  checkSeamlessData,
  encodeDeeplinkData,
  encodeSeamlessData,
  type KnownCustomer,
} from './seamless-data.ts';

/** What a customer is asked to agree to. */
export interface BindingRequest {
  /** Where the browser comes back to with the answer: https, registered at DANA. */
  readonly redirectUrl: string;
  /** `api`: a page in the browser; `deeplink`: the DANA app where it is installed. Default `api`. */
  readonly mode?: 'api' | 'deeplink';
  /** What the merchant may then do. Default: those DANA's libraries ask for in the environment. */
  readonly scopes?: readonly string[];
  /**
   * Ties the answer to this customer's session: what comes back with another is refused. Default: 128 random bits. Leave
   * it out unless you have an unguessable one.
   */
  readonly state?: string;
  /** Unique per request; 1 to 64 letters, digits and hyphens. Default: random digits. */
  readonly externalId?: string;
  readonly language?: 'id' | 'en';
  /** Whether somebody without an account may make one on the way. DANA's default: yes. */
  readonly allowRegistration?: boolean;
  readonly customer?: KnownCustomer;
}

/** A page to send a customer to, and what to keep until they come back. */
export interface BindingPage {
  readonly url: string;
  /** Keep it in the customer's session and hand it to `completeBinding`. */
  readonly state: string;
  readonly externalId: string;
}

const SCOPES = {
  sandbox: ['CASHIER', 'AGREEMENT_PAY', 'QUERY_BALANCE', 'DEFAULT_BASIC_PROFILE', 'MINI_DANA'],
  production: ['MINI_DANA', 'CASHIER', 'QUERY_BALANCE', 'DEFAULT_BASIC_PROFILE'],
} as const;

const WEB = { sandbox: 'https://m.sandbox.dana.id', production: 'https://m.dana.id' } as const;
const EXTERNAL_ID_DIGITS = 25;
const EXTERNAL_ID = /^[A-Za-z0-9-]{1,64}$/;
const SCOPE = /^[A-Z][A-Z_]*$/;
const STATE = /^[\x21-\x7e]{1,128}$/;

/** One request with everything decided. */
interface Draft {
  readonly request: BindingRequest;
  readonly settings: Settings;
  readonly state: string;
  readonly externalId: string;
  readonly requestId: string;
  readonly at: Date;
}

/**
 * Makes the addresses customers agree at. Nothing is sent: the customer's browser goes there.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/account-binding | DANA reference: Account Binding}.
 */
export function bindingUrls(
  settings: Settings,
  { clock, random }: Required<Runtime>,
): (request: BindingRequest) => Promise<AccountOutcome<BindingPage>> {
  const sign = rsaSha256(settings.privateKey);
  return async (request) => {
    const state = request.state ?? random.token();
    const externalId = request.externalId ?? random.digits(EXTERNAL_ID_DIGITS);
    const draft = { request, settings, state, externalId, requestId: uuid(random), at: clock.now() };
    const issues = checkRequest(draft);
    const data = issues.length === 0 ? seamlessData(draft) : undefined;
    const all = [...issues, ...(data === undefined ? [] : checkSeamlessData(data))];
    if (all.length > 0) return { kind: 'not-sent', reason: { why: 'invalid', issues: all } };
    const parameters = { ...parametersOf(draft), ...(await seamless(data, sign)) };
    return { kind: 'done', value: { url: `${pageOf(draft)}?${encodeQuery(parameters)}`, state, externalId } };
  };
}

function checkRequest({ request, state, externalId }: Draft): readonly Issue[] {
  const { redirectUrl, scopes = [], customer = {} } = request;
  const broken: readonly (readonly [boolean, string, string, string])[] = [
    [
      isRedirectUrl(redirectUrl),
      'redirectUrl',
      'must be an https URL without fragment or credentials.',
      'Write https://shop.example/dana/bound.',
    ],
    [
      STATE.test(state),
      'state',
      'must be 1 to 128 characters of ASCII without blanks.',
      'Leave it out: a random one is made.',
    ],
    [
      EXTERNAL_ID.test(externalId),
      'externalId',
      'must be 1 to 64 letters, digits and hyphens.',
      'Leave it out: a random one is made.',
    ],
    [
      scopes.every((scope) => SCOPE.test(scope)) && request.scopes?.length !== 0,
      'scopes',
      'must be names such as CASHIER.',
      'Leave them out for the default.',
    ],
  ];
  const issues = broken.filter(([holds]) => !holds).map(([, field, rule, fix]) => ({ field, rule, fix }));
  return [...issues, ...checkKnownCustomer(customer)];
}

function isRedirectUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username + url.password + url.hash === '' && (url.protocol === 'https:' || isLoopback(url));
}

function seamlessData({ request, settings, ...ids }: Draft): string | undefined {
  const { customer, mode } = request;
  if (customer === undefined) return undefined;
  return mode === 'deeplink'
    ? encodeDeeplinkData(customer, ids)
    : encodeSeamlessData(customer, settings.widget.phoneField);
}

/** The signature covers the very text that is sent. */
async function seamless(data: string | undefined, sign: Sign): Promise<object> {
  return data === undefined ? {} : { seamlessData: data, seamlessSign: await sign(data) };
}

function pageOf({ request, settings: { widget, environment } }: Draft): string {
  const web = widget.webUrl ?? WEB[environment];
  if (request.mode === 'deeplink') return widget.deeplinkUrl ?? `${web}/n/link/binding`;
  return `${web}/v1.0/get-auth-code`;
}

function parametersOf({ request, settings, state, externalId, requestId, at }: Draft): Record<string, unknown> {
  const { redirectUrl, mode, language, allowRegistration } = request;
  const scopes = (request.scopes ?? SCOPES[settings.environment]).join(',');
  const shared = { partnerId: settings.clientId, scopes, externalId, redirectUrl, state };
  if (mode === 'deeplink') return { ...shared, terminalType: 'WEB', requestId };
  return {
    ...shared,
    channelId: settings.channelId,
    timestamp: formatJakarta(at),
    isSnapBI: true,
    merchantId: settings.merchantId,
    subMerchantId: settings.divisionId,
    lang: language,
    allowRegistration,
  };
}

// Encoded once. One of DANA's libraries encodes the signature twice, which makes it another text.
function encodeQuery(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
}
