import { html } from 'hono/html';
import type { Notice } from '../orders.ts';
import type { Text } from '../text/text.ts';
import type { Html } from './layout.ts';

/** What did not happen, and why: in the reader's own language, and below it in small print what staff look up. */
export function noticeOf(text: Text, { about, why, code, issues = [] }: Notice): Html {
  const broken = why === 'invalid' ? firstOfEachField(issues) : [];
  return html`<div class="note">
    <p>${text.notice[about]}. ${text.why[why]}</p>
    <p>
      <small>${text.counter}: <code>${why}</code> ${code === undefined ? '' : html`<code>${code}</code>`}</small>
      ${broken.map(({ field, rule, fix }) => html`<br /><small lang="en"><code>${field}</code> ${rule} ${fix}</small>`)}
    </p>
  </div>`;
}

// One value can break several rules that are mended alike.
function firstOfEachField(issues: NonNullable<Notice['issues']>): NonNullable<Notice['issues']> {
  return issues.filter(({ field }, index) => issues.findIndex((issue) => issue.field === field) === index);
}
