import type { Device } from '@bayar/core';
import { defined } from '@bayar/core/kit';

const DEVICE_ID = /^[A-Za-z0-9]{1,64}$/;

/**
 * The headers that tell DOKU which device the customer uses. `X-DEVICE-ID` is required: where the merchant knows none,
 * it is made from the payment's reference, so that the payment and its refunds name the same one. `X-IP-ADDRESS` goes
 * along when the customer's IPv4 address is known.
 */
export function deviceHeaders(
  reference: string,
  { id, ip }: Pick<Device, 'id' | 'ip'>,
): Readonly<Record<string, string>> {
  const known = id !== undefined && DEVICE_ID.test(id);
  const deviceId = known ? id : `order${reference.replaceAll(/[^A-Za-z0-9]/g, '')}`.slice(0, 64);
  return { 'x-device-id': deviceId, ...defined({ 'x-ip-address': ip }) };
}
