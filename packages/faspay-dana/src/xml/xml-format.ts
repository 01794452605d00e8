import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';
import type { MessageFormat } from '../message-format.ts';

const ROOT = 'faspay';
// With it come entities, which can name files and grow without end.
const DOCUMENT_TYPE = '<!DOCTYPE';
// Faspay writes names of merchants as they are.
const BARE_AMPERSAND = /&(?!#?\w{1,8};)/g;

/**
 * Notifications in XML, acknowledged in XML (Faspay reference: Payment Notification). Hand it to the gateway of an account
 * that has chosen XML on the merchant page; the parser is loaded with this module and by nothing else.
 *
 * @example
 * ```ts
 * import { xml } from '@bayar/faspay-dana/xml';
 *
 * const faspay = faspayDana(config, { messageFormats: [xml] });
 * ```
 */
export const xml: MessageFormat = Object.freeze({
  contentType: 'text/xml',
  recognises: (text) => text.startsWith('<'),
  parse: (text) => (text.includes(DOCUMENT_TYPE) ? undefined : readFields(text.replace(BARE_AMPERSAND, '&amp;'))),
  // Faspay's sample of an acknowledgement in XML names no merchant.
  write: ({ merchant: _, ...fields }) => {
    const elements = Object.entries(fields).map(([name, value]) => `<${name}>${escape(value)}</${name}>`);
    return `<${ROOT}>${elements.join('')}</${ROOT}>`;
  },
} satisfies MessageFormat);

/** The fields of the message; `undefined` when it is not XML, or when a field stands in it twice. */
function readFields(text: string): Readonly<Record<string, string | undefined>> | undefined {
  const elements = parseRoot(text)?.children.filter((child) => child instanceof XmlElement) ?? [];
  const fields = Object.fromEntries(elements.map((element) => [element.name, valueOf(element)]));
  return elements.length > 0 && Object.keys(fields).length === elements.length ? fields : undefined;
}

function parseRoot(text: string): XmlElement | undefined {
  try {
    const { root } = parseXml(text, { preserveComments: true });
    return root?.name === ROOT ? root : undefined;
  } catch {
    // Not well formed, or nested deeper than anybody can follow.
    return undefined;
  }
}

/** A value is one text. Of one that elements or comments split, nobody can say what it is. */
function valueOf({ children }: XmlElement): string | undefined {
  const [first, ...others] = children;
  if (first === undefined) return '';
  return others.length === 0 && isText(first) ? first.text.trim() : undefined;
}

function isText(node: XmlNode): node is XmlText {
  return node instanceof XmlText;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
