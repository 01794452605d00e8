import type { FieldTable } from './fields.ts';
import type { Message } from './message.ts';
import type { Reply } from './reply.ts';
import type { SignedFields } from './verification.ts';

/** One call of the Debit API, as data and one function. */
export interface Operation {
  /** Planned faults go by this name. */
  readonly name: 'channelInquiry' | 'postData' | 'inquiry' | 'cancel';
  readonly path: string;
  /** The `response` member: free text. */
  readonly title: string;
  readonly fields: FieldTable;
  readonly signed: SignedFields;
  /** Called once the caller is known and the fields are well formed. Throws a refusal. */
  readonly run: (message: Message) => Reply;
}
