import type { Answer } from './http.ts';
import type { NotSent } from '../outcome.ts';

/** What is about to be signed: the path and the exact bytes. */
export interface SealedBody {
  readonly path: string;
  readonly body: string;
}

/** Headers that authenticate one attempt, and the credential they carry; or why there are none. */
export type Authentication =
  | { readonly kind: 'ready'; readonly headers: Readonly<Record<string, string>>; readonly credential?: string }
  | { readonly kind: 'failed'; readonly reason: NotSent };

/** How one acquirer authenticates requests and codes its answers: what all its operations share. */
export interface Protocol {
  /** Adds the signature to the fields of a body, where the acquirer reads it there. Default: the body is sent as encoded. */
  readonly signBody?: (fields: object) => Promise<object>;
  /**
   * Authenticates one attempt. `refused` is the credential the acquirer has just refused, so that a renewal is made once
   * and not by every caller.
   */
  readonly authenticate: (
    sealed: SealedBody,
    attempt: { readonly signal: AbortSignal; readonly refused?: string },
  ) => Promise<Authentication>;
  /**
   * The answer's code, and the keys under which code tables list it, most specific first; `undefined` when the answer
   * carries none that can be believed.
   */
  readonly codeOf: (
    answer: Answer,
    body: unknown,
  ) => { readonly code: string; readonly keys: readonly string[] } | undefined;
}
