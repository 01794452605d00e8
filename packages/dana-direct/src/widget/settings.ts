import * as v from 'valibot';
import { headerText, origin, rule, secretText } from '@bayar/core/kit';

/** What the Widget needs besides the account. Everything has a default but the client secret. */
export interface DanaWidgetConfig {
  /** The client secret. Only `queryUserProfile` needs it: DANA's Open API asks for it beside the signature. */
  readonly clientSecret?: string;
  /** Product code of Widget payments. Default `51051000100000000001`, the only one DANA documents. */
  readonly productCode?: string;
  /** Origin of the pages a customer agrees on. Default: the one of the environment. Plain http only on this machine. */
  readonly webUrl?: string;
  /**
   * The page `mode: 'deeplink'` opens. Default `/n/link/binding` on `webUrl`. DANA's own libraries disagree on the one in
   * production: two say `https://m.dana.id/n/link/bind`.
   */
  readonly deeplinkUrl?: string;
  /**
   * What the customer's number is called in seamless data of `mode: 'api'`. Default `mobileNumber`, as DANA's reference
   * has it; three of its libraries say `mobile`.
   */
  readonly phoneField?: 'mobileNumber' | 'mobile';
  /**
   * How the news that a customer unbound is acknowledged: DANA does not say. Default `open-api`, in the envelope it comes
   * in; `snap` answers `2006500`.
   */
  readonly unbindAcknowledgement?: 'open-api' | 'snap';
}

const deeplinkRule = rule(
  'must be an https URL without query, fragment or credentials.',
  'Leave it out for /n/link/binding of webUrl.',
);

/** Schema of {@link DanaWidgetConfig}. */
export const danaWidgetConfig = v.strictObject({
  clientSecret: v.optional(secretText()),
  productCode: v.optional(headerText(32), '51051000100000000001'),
  webUrl: v.optional(origin()),
  deeplinkUrl: v.optional(v.pipe(v.string(), v.check(isBareHttps, deeplinkRule))),
  phoneField: v.optional(v.picklist(['mobileNumber', 'mobile']), 'mobileNumber'),
  unbindAcknowledgement: v.optional(v.picklist(['open-api', 'snap']), 'open-api'),
});

/** What the Widget works with. */
export type WidgetSettings = v.InferOutput<typeof danaWidgetConfig>;

function isBareHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username + url.password + url.search + url.hash === '';
}
