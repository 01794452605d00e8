import { readFields } from './field-reader.ts';
import type { FieldReader } from './field-reader.ts';
import { isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { invalidFormat, missingField } from './response-case.ts';
import type { ResponseCase } from './response-case.ts';
import type { ResolvedDokuSettings } from './settings.ts';
import { parseTimestamp } from './timestamp.ts';

/** The one channel simulated here. */
export const channel = 'EMONEY_DANA_SNAP';

/** A payment the merchant asks for, as read from the wire. */
export interface PaymentRequest {
  readonly reference: string;
  readonly amount: number;
  readonly returnUrl: string;
  readonly isDeepLink: string;
  readonly orderTitle: string | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number | undefined;
}

/** Reads and checks the body of a payment request (DOKU reference §4.1). */
export function readPaymentRequest(body: JsonObject, settings: ResolvedDokuSettings): PaymentRequest | ResponseCase {
  const fields = readFields(body);
  const strict = settings.fields === 'strict';
  const reference = fields.text('partnerReferenceNo', { max: 64 });
  const amount = fields.amount('amount');
  const expiresAt = readExpiry(fields, settings);
  const returnTo = readUrlParam(fields, body, settings);
  fields.optionalText('pointOfInitiation', { max: 20, oneOf: ['app', 'pc', 'mweb'] });
  fields.text('additionalInfo.channel', { max: 64, oneOf: [channel] });
  const title = { max: 64 };
  const orderTitle = strict
    ? fields.text('additionalInfo.orderTitle', title)
    : fields.optionalText('additionalInfo.orderTitle', title);
  checkDeepLinkSupport(fields, body);
  return fields.problem() ?? { reference, amount, ...returnTo, orderTitle, expiresAt };
}

/** The SDKs and the current page spell it `validUpTo`, an older page `validUpto`. */
function readExpiry(fields: FieldReader, settings: ResolvedDokuSettings): number | undefined {
  const strict = settings.fields === 'strict';
  const parse = (text: string) => parseTimestamp(text, { fraction: !strict });
  const rule = { max: 35, matches: (text: string) => parse(text) !== undefined };
  const current = settings.expiryField === 'validUpto' ? undefined : fields.optionalText('validUpTo', rule);
  const old = settings.expiryField === 'validUpTo' ? undefined : fields.optionalText('validUpto', rule);
  const text = current ?? old;
  if (text === undefined && strict) fields.reject(missingField('validUpTo'));
  return text === undefined ? undefined : parse(text);
}

/** An array of one object in every SDK, an object in the older page. */
function readUrlParam(
  fields: FieldReader,
  body: JsonObject,
  settings: ResolvedDokuSettings,
): { readonly returnUrl: string; readonly isDeepLink: string } {
  const value = body['urlParam'];
  const shape = Array.isArray(value) ? 'array' : 'object';
  const allowed = settings.urlParam === 'either' || settings.urlParam === shape;
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (value !== undefined && value !== null && !(allowed && isJsonObject(one)))
    fields.reject(invalidFormat('urlParam'));

  const inner = readFields({ urlParam: isJsonObject(one) ? one : {} });
  const absolute = (text: string) => settings.fields === 'lenient' || URL.canParse(text);
  const returnUrl = inner.text('urlParam.url', { max: 512, matches: absolute });
  inner.text('urlParam.type', { max: 32, oneOf: ['PAY_RETURN'] });
  const isDeepLink = inner.text('urlParam.isDeepLink', { max: 1, oneOf: ['Y', 'N'] });
  const problem = inner.problem();
  if (problem) fields.reject(problem);
  return { returnUrl, isDeepLink };
}

/** A string in DOKU's samples, a JSON boolean from three of its libraries. */
function checkDeepLinkSupport(fields: FieldReader, body: JsonObject): void {
  const info = body['additionalInfo'];
  const value = isJsonObject(info) ? info['supportDeepLinkCheckoutUrl'] : undefined;
  if (value === undefined || value === null || typeof value === 'boolean') return;
  if (value !== 'true' && value !== 'false') fields.reject(invalidFormat('additionalInfo.supportDeepLinkCheckoutUrl'));
}
