import type { CreatePayment, Device, Issue } from '@bayar/core';
import { checkTexts } from '../text-limits.ts';
import { OrderTerminalType, type TerminalType } from '../vocabulary.ts';

/** What the merchant knows about the customer's session beyond `device`. DANA uses it against fraud. */
export interface DanaEnvironment {
  /** Where the order was made, when that is not where it is paid. */
  readonly orderTerminalType?: OrderTerminalType;
  /** At most 128 characters. */
  readonly sessionId?: string;
  /** At most 128 characters. */
  readonly tokenId?: string;
  /** At most 16 characters. */
  readonly websiteLanguage?: string;
  /** Default: `device.os`; at most 128 characters. */
  readonly osType?: string;
  /** At most 128 characters. */
  readonly orderOsType?: string;
  /** At most 128 characters. */
  readonly appVersion?: string;
  /** At most 128 characters. */
  readonly sdkVersion?: string;
  /** At most 128 characters. */
  readonly merchantAppVersion?: string;
  /** At most 64 characters. */
  readonly clientKey?: string;
}

const LENGTHS = {
  sessionId: 128,
  tokenId: 128,
  websiteLanguage: 16,
  osType: 128,
  orderOsType: 128,
  appVersion: 128,
  sdkVersion: 128,
  merchantAppVersion: 128,
  clientKey: 64,
} as const;

const TERMINALS: Readonly<Record<Device['platform'], TerminalType>> = { web: 'WEB', 'mobile-web': 'WAP', app: 'APP' };

/** What is wrong with what is said about the session. */
export function checkEnvironment(environment: DanaEnvironment, device: Device | undefined): readonly Issue[] {
  const terminal = environment.orderTerminalType;
  return [
    ...checkTexts('extra.environment', environment, LENGTHS),
    ...checkTexts('device', { os: device?.os }, { os: LENGTHS.osType }),
    ...(terminal === undefined || OrderTerminalType.includes(terminal)
      ? []
      : [
          {
            field: 'extra.environment.orderTerminalType',
            rule: `must be one of ${OrderTerminalType.join(', ')}.`,
            fix: 'Leave it out when the order is made where it is paid.',
          },
        ]),
  ];
}

/** The session as DANA reads it: from the device, and from what the merchant adds. */
export function encodeEnvironment({ device }: CreatePayment, environment: DanaEnvironment = {}): object {
  const terminalType = device === undefined ? 'SYSTEM' : TERMINALS[device.platform];
  const { orderTerminalType, sessionId, tokenId, websiteLanguage, osType, orderOsType, ...versions } = environment;
  const { appVersion, sdkVersion, merchantAppVersion, clientKey } = versions;
  return {
    sourcePlatform: 'IPG',
    terminalType,
    orderTerminalType,
    clientIp: device?.ip,
    osType: osType ?? device?.os,
    orderOsType,
    sessionId,
    tokenId,
    websiteLanguage,
    appVersion,
    sdkVersion,
    merchantAppVersion,
    clientKey,
  };
}
