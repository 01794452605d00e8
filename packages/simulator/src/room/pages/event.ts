import { html } from 'hono/html';
import type { DeliveryAttempt } from '../../courier.ts';
import { isRefused } from '../../control/views.ts';
import type { ReceivedRequest, SentAnswer } from '../../received-request.ts';
import type { SignatureCheck } from '../../signature-check.ts';
import type { TimelineEvent } from '../../timeline.ts';
import { formatTime } from '../../language.ts';
import { formatDuration, readable } from '../format.ts';
import { explainCause } from '../texts/causes.ts';
import { titleOf, verdictText } from '../texts/events.ts';
import type { Html, View } from '../view.ts';
import { acquirerTag, paymentHref } from './parts.ts';

/** One event with everything that was said. */
export function eventEntry(event: TimelineEvent, view: View): Html {
  const { request, signature, answer, delivery } = event;
  return html`<li id="event-${event.id}" class="event ${toneOf(event)}">
    <h3>${titleOf(event, view.language)} <small>${summaryOf(event, view)}</small></h3>
    <time datetime="${new Date(event.at).toISOString()}">${formatTime(event.at, view.language)}</time>
    ${signature ? signatureBlock(signature, event, view) : timestampHint(event, view)}
    ${request ? exchange(`event-${event.id}`, request, answer, view) : ''}
    ${delivery ? attempt(`event-${event.id}`, delivery, view) : ''}
  </li>`;
}

/** One event in a line that leads to its payment, or to the list of refused requests. */
export function eventLine(event: TimelineEvent, view: View): Html {
  const { acquirer, reference } = event;
  const href =
    reference === undefined || !view.control.payment({ acquirer, reference })
      ? '/requests'
      : paymentHref({ acquirer, reference });
  const [cause] = event.signature?.causes ?? [];
  return html`<a id="line-${event.id}" href="${href}#event-${event.id}">
      ${acquirerTag(acquirer)} <strong>${reference ?? ''}</strong> ${summaryOf(event, view)}</a
    >
    ${cause === undefined ? '' : html`<span class="cause">${explainCause(cause, view.language)}</span>`}`;
}

function toneOf(event: TimelineEvent): string {
  if (event.delivery) return event.delivery.verdict === 'acknowledged' ? 'good' : 'bad';
  if (event.type === 'fault' || isRefused(event)) return 'bad';
  return event.answer ? 'good' : '';
}

/** The few details that say most. */
function summaryOf({ detail, delivery }: TimelineEvent, { language }: View): string {
  if (delivery) return verdictText(delivery.verdict, language);
  const names = ['operation', 'responseCode', 'responseMessage', 'problem', 'status', 'action', 'fault', 'when', 'url'];
  const values = names.map((name) => detail[name]);
  return values.filter((value) => typeof value === 'string' || typeof value === 'number').join(' · ');
}

function signatureBlock({ genuine, causes, ...texts }: SignatureCheck, event: TimelineEvent, view: View): Html {
  const { language, texts: words } = view;
  const rows = [
    [words.stringToSign, texts.stringToSign],
    [words.expected, texts.expected],
    [words.received, texts.received],
  ] as const;
  const table = html`<dl class="signature">
    ${rows.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd><code>${value || words.none}</code></dd>
        </div>`,
    )}
  </dl>`;
  if (genuine) {
    return html`<details id="signature-${event.id}">
      <summary>${words.genuine}</summary>
      ${table}
    </details>`;
  }
  return html`<div class="refusal">
    <p><strong>${words.refusedSignature}</strong></p>
    <ul aria-label="${words.why}">
      ${causes.map((cause) => html`<li>${explainCause(cause, language)}</li>`)}
    </ul>
    ${table}
  </div>`;
}

/** A quarter of a minute is what clocks differ by anyway. */
const noticeableSkewMs = 15_000;

/** A request refused for its time says nothing of how far off it was. */
function timestampHint({ request, detail, at }: TimelineEvent, { language }: View): Html | '' {
  const message = detail['responseMessage'];
  if (typeof message !== 'string' || !message.endsWith('X-TIMESTAMP')) return '';
  const header = request?.headers['x-timestamp'] ?? '';
  const off = Date.parse(header) - at;
  const isOff = Math.abs(off) > noticeableSkewMs;
  if (language === 'id') {
    const why = isOff
      ? `berbeda ${formatDuration(off, language)} dari jam simulator`
      : 'bukan bentuk yang didokumentasikan';
    return html`<p class="refusal">X-TIMESTAMP <code>${header}</code> ${why}.</p>`;
  }
  const side = off > 0 ? 'ahead of' : 'behind';
  const why = isOff
    ? `is ${formatDuration(off, language)} ${side} the simulator’s clock`
    : 'is not in the documented form';
  return html`<p class="refusal">X-TIMESTAMP <code>${header}</code> ${why}.</p>`;
}

function exchange(id: string, request: ReceivedRequest, answer: SentAnswer | undefined, { texts }: View): Html {
  return html`<details id="${id}-request">
      <summary>${texts.request} <code>${request.method} ${request.path}</code></summary>
      ${headerList(request.headers, texts.headers)} ${bodyBlock(request.body, texts.emptyBody)}
    </details>
    ${
      answer
        ? html`<details id="${id}-answer">
            <summary>${texts.answer} <code>HTTP ${answer.status}</code></summary>
            ${bodyBlock(answer.body, texts.emptyBody)}
          </details>`
        : ''
    }`;
}

function attempt(id: string, { request, response, problem, retryAt }: DeliveryAttempt, view: View): Html {
  const { texts, language } = view;
  return html`${request ? exchange(id, { method: 'POST', path: request.url, ...request }, response, view) : ''}
  ${problem === undefined ? '' : html`<p class="refusal">${problem}</p>`}
  ${retryAt === undefined ? '' : html`<p class="waiting">${texts.nextAttempt}: ${formatTime(retryAt, language)}</p>`}`;
}

function headerList(headers: Readonly<Record<string, string>>, label: string): Html {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return html`<pre tabindex="0" aria-label="${label}">${lines.join('\n')}</pre>`;
}

function bodyBlock(body: string, empty: string): Html {
  return html`<pre tabindex="0">${body === '' ? empty : readable(body)}</pre>`;
}
