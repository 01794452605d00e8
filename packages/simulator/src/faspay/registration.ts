import type { NotificationFormat } from './notification.ts';

/** What the merchant enters on Faspay's merchant page; requests never carry it. */
export interface FaspayRegistration {
  readonly notificationUrl: string;
  /** Where the customer's browser goes afterwards. Without one it stays on Faspay's page. */
  readonly returnUrl?: string;
  /** JSON unless told. */
  readonly format?: NotificationFormat;
}

/** A registration with every choice made. */
export interface Registered {
  readonly notificationUrl: string;
  readonly returnUrl: string | undefined;
  readonly format: NotificationFormat;
}

/** The latest registration. */
export interface Registration {
  readonly register: (entered: FaspayRegistration) => void;
  readonly current: () => Registered | undefined;
  /** As it was entered. */
  readonly entered: () => FaspayRegistration | undefined;
}

/** Nothing registered yet. */
export function createRegistration(): Registration {
  let latest: FaspayRegistration | undefined;
  let registered: Registered | undefined;
  return {
    register(given) {
      const { notificationUrl, returnUrl, format = 'json' } = given;
      latest = given;
      registered = { notificationUrl, returnUrl, format };
    },
    current: () => registered,
    entered: () => latest,
  };
}
