import type { Issue } from '@bayar/core';
import type { Intent } from '@bayar/core/kit';
import type { DanaDirectExtra } from '../extra.ts';
import { outletOf, type Outlet } from '../outlet.ts';
import { PayMethod } from '../vocabulary.ts';
import { danaBanks, encodeMethod, methodTypes, type DanaMethod } from './method.ts';
import { needsPhone, phoneOf } from './method-phone.ts';

const QRIS_REFERENCE = 25;
const DISABLED_LENGTH = 64;
const DIGITS = /^\d{8,15}$/;

/** What is wrong with the way to pay, and with those that are ruled out. */
export function checkMethod(intent: Intent<DanaDirectExtra>, settings: Outlet): readonly Issue[] {
  const { method } = intent.extra ?? {};
  const unknown = method === undefined ? undefined : checkKnown(method);
  if (unknown !== undefined) return [unknown];
  return [
    ...(method === undefined ? [] : [...checkPhone(method, intent), ...checkQris(method, intent, settings)]),
    ...checkDisabled(intent.extra?.disabledMethods, method),
  ];
}

// The compiler refuses these; what comes out of JSON has not met it.
function checkKnown(method: DanaMethod): Issue | undefined {
  if (!methodTypes.includes(method.type)) return oneOf('extra.method.type', methodTypes);
  if (method.type !== 'virtual-account' || danaBanks.includes(method.bank)) return undefined;
  return oneOf('extra.method.bank', danaBanks);
}

function oneOf(field: string, known: readonly string[]): Issue {
  return { field, rule: `must be one of ${known.join(', ')}.`, fix: 'Correct its spelling.' };
}

function checkPhone(method: DanaMethod, { request }: Intent<DanaDirectExtra>): readonly Issue[] {
  if (!needsPhone(method)) return [];
  const phone = phoneOf(method, request);
  if (phone !== undefined) {
    if (DIGITS.test(phone)) return [];
    return [{ field: 'extra.method.phone', rule: 'must be 8 to 15 digits.', fix: 'Write 081234567890.' }];
  }
  const fix = "Give extra.method.phone in DANA's notation: 081234567890.";
  return request.customer === undefined
    ? [{ field: 'customer.phone', rule: `is required for ${method.type}.`, fix: `Add customer, or: ${fix}` }]
    : [{ field: 'customer.phone', rule: `must be an Indonesian number (+62) for ${method.type}.`, fix }];
}

function checkQris(method: DanaMethod, { request, extra }: Intent<DanaDirectExtra>, settings: Outlet): Issue[] {
  if (method.type !== 'qris') return [];
  const tooLong = request.reference.length > QRIS_REFERENCE;
  const rule = `must have at most ${String(QRIS_REFERENCE)} characters for QRIS.`;
  return [
    ...(tooLong ? [{ field: 'reference', rule, fix: 'Use a shorter reference.' }] : []),
    ...(outletOf(settings, extra).storeId === undefined
      ? [{ field: 'extra.storeId', rule: 'is required for QRIS.', fix: 'Set it here or in the settings.' }]
      : []),
  ];
}

function checkDisabled(disabled: readonly PayMethod[] | undefined, method: DanaMethod | undefined): Issue[] {
  const field = 'extra.disabledMethods';
  if (disabled === undefined) return [];
  if (!disabled.every((name) => PayMethod.includes(name))) return [oneOf(field, PayMethod)];
  if (disabled.length === 0 || disabled.join(',').length > DISABLED_LENGTH)
    return [
      { field, rule: `must have 1 to ${String(DISABLED_LENGTH)} characters with its commas.`, fix: 'Name fewer.' },
    ];
  if (method === undefined || !disabled.includes(encodeMethod(method).payMethod)) return [];
  return [{ field, rule: 'must not rule out extra.method.', fix: 'Leave one of the two out.' }];
}
