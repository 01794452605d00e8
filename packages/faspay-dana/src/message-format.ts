import { parseJson } from '@bayar/core/kit';

/** How Faspay writes a notification, and reads its acknowledgement: all that differs between JSON and XML. */
export interface MessageFormat {
  readonly contentType: string;
  /** `undefined` when the text cannot be read, or could be read in two ways. */
  readonly parse: (text: string) => unknown;
  readonly write: (fields: Readonly<Record<string, string>>) => string;
}

/** What the merchant page calls JSON. */
export const jsonFormat: MessageFormat = {
  contentType: 'application/json',
  parse: parseJson,
  write: (fields) => JSON.stringify(fields),
};
