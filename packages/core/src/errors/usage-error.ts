import { marker } from './marker.ts';

const MARK = 'bayar.UsageError';

/** The code asks for something the types forbid, such as a refund at an acquirer that has none. A bug to fix, not a state to handle. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';

  constructor(message: string) {
    super(message);
    marker(this, MARK);
  }

  /** Recognises the error across copies of this package. */
  static isInstance(error: unknown): error is UsageError {
    return marker.has(error, MARK);
  }
}
