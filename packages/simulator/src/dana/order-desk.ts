import type { Context } from '../context.ts';
import type { FinishNotifier } from './finish-notify.ts';
import type { OrderBook } from './order-book.ts';
import type { OrderState } from './order-state.ts';
import type { DanaOptions } from './settings.ts';

/** What the operations on orders share. */
export interface OrderDesk {
  readonly context: Context;
  readonly options: DanaOptions;
  readonly book: OrderBook;
  readonly state: OrderState;
  readonly notifier: FinishNotifier;
}
