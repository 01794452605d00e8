import type { GenericSchema, InferOutput } from 'valibot';
import type { Absence } from './absence.ts';
import type { CodeTable } from './code-table.ts';
import type { Issue } from '../outcome.ts';
import type { Mismatch } from './mismatch.ts';

/** One call to an acquirer, as data: neutral input to wire, and wire answer to neutral output. */
export interface Operation<Input, Wire extends GenericSchema, Output> {
  readonly name: string;
  readonly path: string;
  readonly kind: 'read' | 'mutation';
  /** The acquirer's page on it: every decline links there. */
  readonly docs: string;
  /**
   * When the same call may be sent again: after a refused token, because it was not processed; or unchanged, at most so
   * many times in all, where the acquirer documents that it recognises a repeat.
   */
  readonly repeat: { readonly after401?: true; readonly samePayload?: number };
  /** Rules of this acquirer that its limits cannot say. Checked before anything is sent. */
  readonly check?: (input: Input) => readonly Issue[];
  readonly encode: (input: Input) => object;
  /** Headers that come from the request and not from the protocol. Not signed. */
  readonly headers?: (input: Input) => Readonly<Record<string, string>>;
  /** Every documented answer code and what it means for the money. */
  readonly codes: CodeTable;
  /** What of the answer we rely on, and nothing more. */
  readonly response: Wire;
  /** A {@link Mismatch} when the echoed reference or amount differs from what was asked; an {@link Absence} when what was asked for is not there. */
  readonly decode: (wire: InferOutput<Wire>, input: Input) => Output | Mismatch | Absence;
}

/** Keeps the types of an operation while checking its shape. */
export function operation<Input, Wire extends GenericSchema, Output>(
  definition: Operation<Input, Wire, Output>,
): Operation<Input, Wire, Output> {
  return Object.freeze(definition);
}
