import type { Issue } from '@bayar/core';
import { defined } from '@bayar/core/kit';
import type { Binding } from './binding.ts';

/** The device a bound customer is in front of. DANA wants to know it whenever their account is used. */
export interface CustomerDevice {
  /** A stable id of the device, or its user agent: 1 to 400 characters of ASCII. */
  readonly id: string;
  /** The customer's own IPv4 address, not the server's. */
  readonly ip?: string;
  /** In decimal degrees, WGS 84. */
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

const ID = /^(?=.*[\x21-\x7e])[\x20-\x7e]{1,400}$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
// Five decimals are a metre, and keep the longest longitude, `-106.84560`, at the ten characters DANA documents.
const DECIMALS = 5;

/** Every rule the device breaks. */
export function checkDevice({ id, ip, location }: CustomerDevice): readonly Issue[] {
  return [
    ...issue(ID.test(id), 'device.id', 'must be 1 to 400 characters of ASCII.', 'Send a device id or the user agent.'),
    ...issue(ip === undefined || IPV4.test(ip), 'device.ip', 'must be an IPv4 address.', 'Leave it out when unknown.'),
    ...degrees('latitude', location?.latitude, 90),
    ...degrees('longitude', location?.longitude, 180),
  ];
}

/** The headers of every call on a customer's behalf. Not signed. */
export function customerHeaders(binding: Binding, device: CustomerDevice): Readonly<Record<string, string>> {
  return { 'authorization-customer': `Bearer ${binding.accessToken.expose()}`, 'x-device-id': device.id };
}

/** The headers that say where the customer is, for the calls that document them. */
export function placeHeaders({ ip, location }: CustomerDevice): Readonly<Record<string, string>> {
  return defined({
    'x-ip-address': ip,
    'x-latitude': location && degreesText(location.latitude),
    'x-longitude': location && degreesText(location.longitude),
  });
}

function degreesText(value: number): string {
  return String(Number(value.toFixed(DECIMALS)));
}

function degrees(name: string, value: number | undefined, most: number): readonly Issue[] {
  const within = value === undefined || Math.abs(value) <= most;
  return issue(
    within,
    `device.location.${name}`,
    `must be degrees from -${String(most)} to ${String(most)}.`,
    'Leave it out when unknown.',
  );
}

function issue(holds: boolean, field: string, rule: string, fix: string): readonly Issue[] {
  return holds ? [] : [{ field, rule, fix }];
}
