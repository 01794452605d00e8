import * as v from 'valibot';
import { CannotDo, noSuchPayment } from '../control/cannot-do.ts';
import type { Control } from '../control/control.ts';
import { faultKinds } from '../faults/fault.ts';
import {
  advanceInput,
  customerInput,
  endpointsInput,
  eventsInput,
  faultInput,
  nothing,
  notifyInput,
  paymentName,
} from './input.ts';

/** A form names a call even where the fault is about notifications or the way back, which are none. */
function addFault(control: Control, { operation, ...planned }: v.InferOutput<typeof faultInput>): void {
  const isCall = faultKinds[planned.fault.type].occasion === 'call';
  control.addFault({ ...planned, ...(isCall && operation !== undefined && { operation }) });
}

/** One call of the API, as data: how it is reached, what it takes, which function of the simulator it calls. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** What the function returns is the answer's JSON. Throws `CannotDo`. */
  readonly run: (control: Control, input: unknown) => unknown;
}

function route<Input extends v.GenericSchema>(
  method: Route['method'],
  path: string,
  schema: Input,
  run: (control: Control, input: v.InferOutput<Input>) => unknown,
): Route {
  return { method, path, run: (control, input) => run(control, parse(schema, input)) };
}

function parse<Input extends v.GenericSchema>(schema: Input, input: unknown): v.InferOutput<Input> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
  throw new CannotDo('invalid', problems.join('; '));
}

/**
 * The API of the control room. GET takes its input from the query; POST and DELETE take JSON, or a form whose field
 * names are dotted paths (`fault.type`). Answers are JSON; a problem is `{ "error": { "code", "message" } }` with
 * 400 (input), 404 (unknown payment) or 409 (the payment cannot do that). `GET /api/live` streams events as they happen.
 *
 * | call | input | function of `simulator.control` |
 * |---|---|---|
 * | GET /api/payments | | `payments()` |
 * | GET /api/payment | acquirer, reference | `payment(name)` |
 * | GET /api/events | after? | `events(after)` |
 * | GET /api/refused | | `refused()` |
 * | POST /api/customer | acquirer, reference, act: pay, fail, cancel, pay-late | `act(name, act)` |
 * | POST /api/notify | acquirer, reference, way: resend, duplicate, reorder, wrong-signature, wrong-amount | `notify(name, way)` |
 * | GET /api/clock | | `clock()` |
 * | POST /api/clock | by: milliseconds, next-attempt, rejoin | `advance(by)`, `rejoin()` |
 * | GET /api/faults | | `faults()` |
 * | GET /api/faults/befallen | | `befallen()` |
 * | POST /api/faults | acquirer?, operation?, reference?, nth?, times?, probability?, fault: { type, … } | `addFault(planned)` |
 * | DELETE /api/faults, POST /api/faults/clear | | `clearFaults()` |
 * | GET /api/operations | | `operations()` |
 * | GET /api/accounts | | `accounts()` |
 * | GET /api/endpoints | | `endpoints()` |
 * | POST /api/endpoints | doku?: { tokenUrl, notificationUrl }, faspay?: { notificationUrl, returnUrl?, format? } | `register(endpoints)` |
 * | GET /api/urls | | `baseUrls()` |
 */
export const routes: readonly Route[] = [
  route('GET', '/api/payments', nothing, (control) => control.payments()),
  route('GET', '/api/payment', paymentName, (control, name) => {
    const story = control.payment(name);
    if (!story) throw noSuchPayment(name, control.payments());
    return story;
  }),
  route('GET', '/api/events', eventsInput, (control, { after }) => control.events(after)),
  route('GET', '/api/refused', nothing, (control) => control.refused()),
  route('POST', '/api/customer', customerInput, (control, { act, ...name }) => control.act(name, act)),
  route('POST', '/api/notify', notifyInput, (control, { way, ...name }) => control.notify(name, way)),
  route('GET', '/api/clock', nothing, (control) => control.clock()),
  route('POST', '/api/clock', advanceInput, (control, { by }) =>
    by === 'rejoin' ? control.rejoin() : control.advance(by),
  ),
  route('GET', '/api/faults', nothing, (control) => control.faults()),
  route('GET', '/api/faults/befallen', nothing, (control) => control.befallen()),
  route('POST', '/api/faults', faultInput, addFault),
  route('DELETE', '/api/faults', nothing, (control) => control.clearFaults()),
  route('POST', '/api/faults/clear', nothing, (control) => control.clearFaults()),
  route('GET', '/api/operations', nothing, (control) => control.operations()),
  route('GET', '/api/accounts', nothing, (control) => control.accounts()),
  route('GET', '/api/endpoints', nothing, (control) => control.endpoints()),
  route('POST', '/api/endpoints', endpointsInput, (control, endpoints) => control.register(endpoints)),
  route('GET', '/api/urls', nothing, (control) => control.baseUrls()),
];
