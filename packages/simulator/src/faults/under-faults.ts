import { readBody } from '../body.ts';
import type { Context } from '../context.ts';
import { brokenConnection } from './broken-connection.ts';
import { momentOf } from './fault.ts';
import type { CallFault, ReplacedAnswer, SpoiltAnswer } from './fault.ts';
import { replacedAnswer } from './replaced-answer.ts';
import { spoiltAnswer } from './spoilt-answer.ts';
import { wireWords } from './wire-words.ts';
import type { FaultedCall } from './wire-words.ts';

/** Runs one operation under the planned faults: before, commit, after-commit. */
export async function underFaults(
  context: Context,
  call: FaultedCall,
  request: Request,
  commit: () => Promise<Response>,
): Promise<Response> {
  const { acquirer, faults } = context;
  const reference = faults.armed() ? await referenceOf(context, request) : '';
  const fault = faults.call({ acquirer, operation: call.name, reference });
  if (!fault) return commit();

  const when = momentOf(fault);
  const detail = { operation: call.name, fault: fault.type, when };
  context.record({ type: 'fault', ...(reference && { reference }), detail });
  // Holding back the operation is the one thing before it that does not replace it.
  if (when === 'before' && fault.type === 'delay') {
    await context.waitingRoom.wait(fault.ms, request);
    return commit();
  }
  return befall(context, call, request, fault, when === 'before' ? new Response() : await commit());
}

function befall(
  context: Context,
  call: FaultedCall,
  request: Request,
  fault: CallFault,
  answer: Response,
): Promise<Response> {
  switch (fault.type) {
    case 'refuse':
      return Promise.reject(brokenConnection('refused'));
    case 'drop':
      return Promise.reject(brokenConnection('closed'));
    case 'reset':
      return Promise.reject(brokenConnection('reset'));
    case 'hang':
      return context.waitingRoom.hang(request);
    case 'delay':
      return context.waitingRoom.wait(fault.ms, request).then(() => answer);
    default:
      return answerUnder(context, call, request, fault, answer);
  }
}

function answerUnder(
  { acquirer, waitingRoom }: Context,
  call: FaultedCall,
  request: Request,
  fault: ReplacedAnswer | SpoiltAnswer,
  answer: Response,
): Promise<Response> {
  const words = wireWords[acquirer];
  switch (fault.type) {
    case 'html':
    case 'empty':
    case 'in-progress':
    case 'rate-limit':
    case 'answer':
      return Promise.resolve(replacedAnswer(fault, words, call));
    default:
      return spoiltAnswer(fault, answer, words, (ms) => waitingRoom.wait(ms, request));
  }
}

/** The merchant's payment reference, where the request names one: in its body, or in the query of a page. */
async function referenceOf({ acquirer }: Context, request: Request): Promise<string> {
  const names = wireWords[acquirer].references;
  const text = new TextDecoder().decode(await readBody(request.clone()));
  const query = new URL(request.url).searchParams;
  for (const name of names) {
    const found = new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]*)"`).exec(text)?.[1] ?? query.get(name);
    if (found) return found;
  }
  return '';
}
