import { safeParse, type GenericSchema } from 'valibot';
import { attachRaw } from '../reveal.ts';
import type { Decline, Doubt, NotSent } from '../outcome.ts';
import { isMissing } from './absence.ts';
import { meaningOf, type CodeMeaning } from './code-table.ts';
import { send, type Answer } from './http.ts';
import { parseJson } from './json.ts';
import { startLimit } from './limit.ts';
import { isMismatch } from './mismatch.ts';
import type { Operation } from './operation.ts';
import type { Protocol, SealedBody } from './protocol.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Runtime } from './runtime.ts';

/** What one call came to, before it is told apart as an outcome or a reading. */
export type Result<T> =
  | { readonly kind: 'success'; readonly value: T }
  | { readonly kind: 'refused'; readonly decline: Decline }
  | { readonly kind: 'absent'; readonly final: boolean }
  | { readonly kind: 'not-sent'; readonly reason: NotSent }
  | { readonly kind: 'doubt'; readonly doubt: Doubt; readonly code?: string; readonly retryAfterMs?: number };

/** A result, or the news that the token the attempt carried was refused before anything was processed. */
export type AttemptResult<T> =
  Result<T> | { readonly kind: 'stale-token'; readonly credential: string; readonly decline: Decline };

/** What every attempt of one acquirer is made with. */
export interface Line {
  readonly protocol: Protocol;
  readonly baseUrl: string;
  readonly runtime: Required<Runtime>;
}

const ATTEMPT_MS = 8_000;

/** Authenticates, sends once, and reads the answer: its code decides before its shape is looked at. */
export async function attempt<Input, Wire extends GenericSchema, Output>(
  line: Line,
  operation: Operation<Input, Wire, Output>,
  input: Input,
  sealed: SealedBody,
  bounds: { readonly signal: AbortSignal; readonly refused?: string },
): Promise<AttemptResult<Output>> {
  const authentication = await line.protocol.authenticate(sealed, bounds);
  if (authentication.kind === 'failed') return { kind: 'not-sent', reason: authentication.reason };
  const request = {
    method: 'POST',
    url: line.baseUrl + sealed.path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      ...operation.headers?.(input),
      ...authentication.headers,
    },
    body: sealed.body,
  } as const;
  // The send alone is timed: fetching a token first must not eat into it.
  const limit = startLimit(line.runtime.clock, ATTEMPT_MS, bounds.signal);
  const sent = await send(request, line.runtime.fetch, limit.signal).finally(limit.end);
  if (sent.kind === 'never-left') return { kind: 'not-sent', reason: { why: sent.why } };
  if (sent.kind === 'may-have-arrived') return { kind: 'doubt', doubt: sent.doubt };
  try {
    return accept(line, operation, input, sent.answer, authentication.credential ?? '');
  } catch {
    // A mistake of ours in reading an answer must not pass for a request that was never made.
    return { kind: 'doubt', doubt: 'unreadable-answer' };
  }
}

function accept<Input, Wire extends GenericSchema, Output>(
  line: Line,
  operation: Operation<Input, Wire, Output>,
  input: Input,
  answer: Answer,
  credential: string,
): AttemptResult<Output> {
  const body = parseJson(answer.text.trim());
  const coded = line.protocol.codeOf(answer, body);
  if (coded === undefined)
    return { kind: 'doubt', doubt: answer.status >= 500 ? 'acquirer-error' : 'unreadable-answer' };
  const meaning = meaningOf(operation.codes, coded.keys);
  if (meaning.means === 'success') return read(operation, input, body, coded.code);
  if (meaning.means === 'absent') return { kind: 'absent', final: meaning.final };
  const wait = retryAfterMs(answer.headers, line.runtime.clock.now());
  const after = wait === undefined ? {} : { retryAfterMs: wait };
  if (meaning.means === 'doubt') return { kind: 'doubt', doubt: meaning.doubt, code: coded.code, ...after };
  // Some codes have several meanings: what the acquirer says in words is there for whoever looks into it.
  const decline = attachRaw({ ...declineOf(meaning, coded.code, operation.docs), ...after }, body);
  if (meaning.means === 'stale-token') return { kind: 'stale-token', credential, decline };
  return { kind: 'refused', decline };
}

function read<Input, Wire extends GenericSchema, Output>(
  operation: Operation<Input, Wire, Output>,
  input: Input,
  body: unknown,
  code: string,
): Result<Output> {
  const wire = safeParse(operation.response, body, { abortEarly: true });
  if (!wire.success) return { kind: 'doubt', doubt: 'unreadable-answer', code };
  const value = operation.decode(wire.output, input);
  if (isMismatch(value)) return { kind: 'doubt', doubt: 'mismatch', code };
  if (isMissing(value)) return { kind: 'absent', final: value.final };
  if (typeof value === 'object' && value !== null) attachRaw(value, body);
  return { kind: 'success', value };
}

function declineOf(
  meaning: Extract<CodeMeaning, { means: 'refused' | 'stale-token' }>,
  code: string,
  docs: string,
): Decline {
  if (meaning.means === 'stale-token')
    return { reason: 'authentication', retryable: true, code, hint: meaning.hint, docs };
  const { reason, hint, retryable } = meaning;
  const after = meaning.retryAfterMs === undefined ? {} : { retryAfterMs: meaning.retryAfterMs };
  return { reason, hint, retryable, code, docs, ...after };
}
