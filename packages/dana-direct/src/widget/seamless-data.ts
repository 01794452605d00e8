import type { Issue } from '@bayar/core';
import { formatJakarta } from '@bayar/core/kit';
import type { WidgetSettings } from './settings.ts';

/** What the merchant knows of the customer, so that the page asks for less. */
export interface KnownCustomer {
  /** E.164: `+6281234567890`. The customer must then log in with this number. */
  readonly phone?: string;
  /** When the merchant verified the number. */
  readonly verifiedAt?: Date;
  /** What the binding is for: `PAYMENT`. At most 64 characters. */
  readonly scenario?: string;
  /** The merchant's own id of the customer. */
  readonly id?: string;
  readonly deviceId?: string;
  readonly skipRegistration?: boolean;
}

/** What else DANA wants in it when the page is a deep link. */
export interface DeeplinkIds {
  readonly externalId: string;
  readonly requestId: string;
  readonly at: Date;
}

const E164 = /^\+[1-9]\d{6,14}$/;
const MAX_SCENARIO = 64;
/** Longest seamless data, as it stands in the address. */
const MAX_ENCODED = 512;

/** Every rule the customer breaks. */
export function checkKnownCustomer({ phone, scenario, verifiedAt }: KnownCustomer): readonly Issue[] {
  const field = 'customer';
  const broken = [
    phone !== undefined && !E164.test(phone)
      ? { field: `${field}.phone`, rule: 'must be in E.164.', fix: 'Write +6281234567890.' }
      : undefined,
    scenario !== undefined && (scenario === '' || scenario.length > MAX_SCENARIO)
      ? { field: `${field}.scenario`, rule: 'must have 1 to 64 characters.', fix: 'Leave it out, or write PAYMENT.' }
      : undefined,
    verifiedAt !== undefined && Number.isNaN(verifiedAt.getTime())
      ? { field: `${field}.verifiedAt`, rule: 'must be a valid date.', fix: 'Leave it out when not verified.' }
      : undefined,
  ];
  return broken.filter((issue) => issue !== undefined);
}

/** What is wrong with seamless data that DANA would cut. */
export function checkSeamlessData(json: string): readonly Issue[] {
  if (encodeURIComponent(json).length <= MAX_ENCODED) return [];
  const rule = `must take at most ${String(MAX_ENCODED)} characters in the address.`;
  return [{ field: 'customer', rule, fix: 'Shorten id and deviceId.' }];
}

/** Seamless data of the page behind an address of the interface. */
export function encodeSeamlessData(customer: KnownCustomer, phoneField: WidgetSettings['phoneField']): string {
  return JSON.stringify({
    [phoneField]: encodePhone(customer),
    bizScenario: customer.scenario,
    verifiedTime: customer.verifiedAt && formatJakarta(customer.verifiedAt),
    externalUid: customer.id,
    deviceId: customer.deviceId,
    skipRegisterConsult: customer.skipRegistration,
  });
}

/** Seamless data of a deep link, where all of DANA's libraries put fixed values in two places. */
export function encodeDeeplinkData(customer: KnownCustomer, { externalId, requestId, at }: DeeplinkIds): string {
  return JSON.stringify({
    bizScenario: customer.scenario,
    verifiedTime: '0',
    externalUid: externalId,
    deviceId: customer.deviceId,
    skipRegisterConsult: customer.skipRegistration,
    mobile: encodePhone(customer),
    reqTime: formatJakarta(at),
    reqMsgId: requestId,
  });
}

function encodePhone({ phone }: KnownCustomer): string | undefined {
  return phone?.replace('+', '');
}
