import type { Context } from '../context.ts';

/** What a customer does in front of a hosted page, and where the browser may go then. */
export interface Homecoming {
  /** What the customer does. */
  readonly act: () => void;
  /** The address that tells what happened, built after it did. */
  readonly truth: () => string;
  /** The address of a browser that is back before anything happened. */
  readonly early: () => string;
  /** The address that tells the opposite of what happened. */
  readonly lie: () => string;
}

/** Lets the customer act, and answers where the browser goes. */
export function comeHome(context: Context, reference: string, { act, truth, early, lie }: Homecoming): string {
  const { acquirer, faults, clock } = context;
  const fault = faults.homecoming({ acquirer, reference });
  if (!fault) {
    act();
    return truth();
  }
  context.record({ type: 'fault', reference, detail: { operation: 'return', fault: fault.type } });
  if (fault.type === 'browser-first') {
    const address = early();
    clock.after(fault.ms, () => {
      try {
        act();
      } catch (error) {
        // Meanwhile the payment ended otherwise, and nobody is there to be told.
        context.record({ type: 'customer-too-late', reference, detail: { problem: String(error) } });
      }
    });
    return address;
  }
  act();
  return lie();
}
