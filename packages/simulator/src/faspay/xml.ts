const root = 'faspay';

/** A flat message as Faspay's XML: one element per member, under one root. */
export function formatXml(members: Readonly<Record<string, string>>): string {
  const elements = Object.entries(members).map(([name, value]) => `<${name}>${escape(value)}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root}>${elements.join('')}</${root}>`;
}

/** The members of a flat XML message, or undefined where the root is another. Enough for an acknowledgement. */
export function parseXml(text: string): Readonly<Record<string, string>> | undefined {
  const content = new RegExp(`<${root}>([\\s\\S]*)</${root}>\\s*$`).exec(text)?.[1];
  if (content === undefined) return undefined;
  const members = [...content.matchAll(/<(\w+)>([^<]*)<\/\1>/g)];
  return Object.fromEntries(members.map(([, name = '', value = '']) => [name, unescape(value.trim())]));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The ampersand last, so that an escaped escape stays one. */
function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
