import { parseJson } from '@bayar/core/kit';

/** How Faspay writes a notification, and reads its acknowledgement: all that differs between JSON and XML. */
export interface MessageFormat {
  readonly contentType: string;
  /** Whether a text, trimmed, is meant to be of this format. */
  readonly recognises: (text: string) => boolean;
  /** `undefined` when the text cannot be read; a field that could be read in two ways is left out, or is no text. */
  readonly parse: (text: string) => unknown;
  readonly write: (fields: Readonly<Record<string, string>>) => string;
}

/** What the merchant page calls JSON. */
export const jsonFormat: MessageFormat = {
  contentType: 'application/json',
  recognises: (text) => text.startsWith('{'),
  parse: parseJson,
  write: (fields) => JSON.stringify(fields),
};
