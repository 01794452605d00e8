import type { Acquirer } from '../acquirer.ts';
import type { Courier, Delivery } from '../courier.ts';
import type { TimelineEntry } from '../timeline.ts';
import type { NotificationFault } from './fault.ts';
import type { FaultDraw } from './plan.ts';

/** A courier whose deliveries may come twice, late, or never. */
export function faultyCourier(
  courier: Courier,
  faults: FaultDraw,
  acquirer: Acquirer,
  record: (entry: TimelineEntry) => void,
): Courier {
  return {
    ...courier,
    deliver(delivery) {
      const { reference } = delivery;
      const fault = faults.notification({ acquirer, reference });
      if (!fault) {
        courier.deliver(delivery);
        return;
      }
      record({ type: 'fault', reference, detail: { operation: 'notification', fault: fault.type } });
      for (const spoilt of befall(fault, delivery)) courier.deliver(spoilt);
    },
  };
}

function befall(fault: NotificationFault, delivery: Delivery): readonly Delivery[] {
  switch (fault.type) {
    case 'missing-notification':
      return [];
    case 'late-notification':
      return [{ ...delivery, delayMs: (delivery.delayMs ?? 0) + fault.ms }];
    case 'duplicate-notification':
      return Array.from({ length: fault.copies ?? 2 }, () => delivery);
  }
}
