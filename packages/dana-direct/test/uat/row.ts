import type { Verdict } from '@bayar/core';
import type { Bench } from './bench.ts';

/** One case of DANA's acceptance list, run with our client against the simulator. */
export interface UatRow {
  /** DANA's name of the case. */
  readonly id: string;
  /** DANA requires it for going live. */
  readonly mandatory?: true;
  /** What DANA must answer last; `http` and `message` only where the list names them. */
  readonly answer: { readonly http?: number; readonly code: string; readonly message?: string };
  /** How the merchant takes notifications; accepted unless told. */
  readonly merchant?: Verdict;
  readonly run: (bench: Bench) => Promise<unknown>;
  /** What our client makes of it. */
  readonly becomes: object;
}

/** A case our client cannot be brought to, even by tampering with what it sends. */
export interface UnexpressedRow {
  readonly id: string;
  readonly reason: string;
}

/** The cases of one product. */
export interface UatSection {
  readonly product: string;
  readonly rows: readonly (UatRow | UnexpressedRow)[];
  /** How many there are, and how many of them run: a case that is lost is noticed. */
  readonly counts: { readonly rows: number; readonly run: number };
}
