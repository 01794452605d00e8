import { createSimulator, virtualClock } from '../../src/index.ts';
import type { Simulator } from '../../src/index.ts';
import { createMerchant as danaMerchant, orderOf, paths } from '../dana/merchant.ts';
import type { Json } from '../dana/merchant.ts';
import { createMerchant as faspayMerchant } from '../faspay/merchant.ts';

/** A simulator with one open DANA payment, whose merchant acknowledges unless told. */
export async function danaShop(reference = 'INV-1') {
  const merchant = danaMerchant();
  await merchant.call(paths.create, orderOf(reference));
  return merchant;
}

/** A simulator with one open Faspay bill. */
export async function faspayShop(reference = 'INV-1') {
  const merchant = faspayMerchant();
  await merchant.post(reference);
  return merchant;
}

export const quietSimulator = () => createSimulator({ clock: virtualClock(Date.parse('2026-01-02T10:00:00+07:00')) });

/** Calls the API in process. */
export async function callApi({ room }: Simulator, method: string, path: string, body?: unknown) {
  const response = await room(`http://room.test${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: response.status, body: (await response.json()) as Json };
}

/** Opens a page in process. */
export async function openPage({ room }: Simulator, path: string, headers: Record<string, string> = {}) {
  const response = await room(`http://room.test${path}`, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
