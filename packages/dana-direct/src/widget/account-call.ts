import type { Issue } from '@bayar/core';
import type { Clock } from '@bayar/core/kit';
import type { Binding } from './binding.ts';
import { checkAccess, type Owner } from './binding-checks.ts';
import { checkDevice, type CustomerDevice } from './customer-device.ts';

/** A call on a customer's behalf. */
export interface AccountCall {
  readonly binding: Binding;
  readonly device: CustomerDevice;
}

/** Every rule such a call breaks: checked before anything is sent. */
export type AccountCheck = (call: AccountCall) => readonly Issue[];

/** Checks calls against whose tokens can be used, and the time. */
export function accountCheck(owner: Owner, clock: Clock): AccountCheck {
  return ({ binding, device }) => [...checkAccess(binding, owner, clock.now()), ...checkDevice(device)];
}
