import type { Message } from './message.ts';
import type { Shape } from './rules.ts';
import type { AuthStyle } from './verification.ts';

/** What DANA answers when it does what it was asked, or is still at it. */
export interface Answer {
  /** 200 done, 202 in progress. */
  readonly status: 200 | 202;
  readonly message: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One call of DANA's API, as data and one function. */
export interface Operation {
  /** DANA's name of it; planned faults go by this name. */
  readonly name: string;
  readonly paths: readonly string[];
  /** Digits four and five of the response code. */
  readonly service: string;
  /** Where success carries another service code than refusals do. */
  readonly successService?: string;
  readonly auth: AuthStyle;
  readonly shape: Shape;
  /** References repeated in the answer, refusals included, once the body could be read. */
  readonly echo: readonly string[];
  /** Rules between fields, after the shape of each. */
  readonly check?: (message: Message) => void;
  /** What happens before anything is looked up: the sandbox's magic values. */
  readonly magic?: (message: Message) => void;
  /** Whether the sandbox never answers this. */
  readonly isSilent?: (message: Message) => boolean;
  readonly run: (message: Message, request: Request) => Answer | Promise<Answer>;
}

/** The usual answer. */
export function done(body: Readonly<Record<string, unknown>>, message = 'Successful'): Answer {
  return { status: 200, message, body };
}

/** Neither done nor refused: the merchant asks again with the same request. */
export function inProgress(body: Readonly<Record<string, unknown>>): Answer {
  return { status: 202, message: 'Request In Progress', body };
}
