import { html } from 'hono/html';
import { formatTime } from '../../language.ts';
import { formatDuration } from '../format.ts';
import type { Html, View } from '../view.ts';
import { choiceForm, panel } from './parts.ts';
import type { Choice } from './parts.ts';

const minute = 60_000;

/** Less than this is how long the page took. */
const noticeableMs = 1000;

/** The simulator's time and the buttons that advance it. */
export function clockPanel(view: View): Html {
  const { control, language, texts } = view;
  const { now, lead, nextAttemptAt } = control.clock();
  const isAhead = lead !== undefined && lead > noticeableMs;
  const choices: Choice[] = [
    { value: String(minute), label: texts.minute },
    { value: String(60 * minute), label: texts.hour },
    { value: String(24 * 60 * minute), label: texts.day },
    ...(nextAttemptAt === undefined
      ? []
      : [{ value: 'next-attempt', label: texts.toNextAttempt, look: 'primary' as const }]),
    ...(isAhead ? [{ value: 'rejoin', label: texts.rejoin }] : []),
  ];
  const content = html`<p class="time">
      <time datetime="${new Date(now).toISOString()}">${formatTime(now, language)}</time>
      <small>${texts.simulatedTime}</small>
    </p>
    ${
      nextAttemptAt === undefined
        ? ''
        : html`<p>
            ${texts.nextAttempt}: ${formatTime(nextAttemptAt, language)}
            <small>(+${formatDuration(nextAttemptAt - now, language)})</small>
          </p>`
    }
    ${isAhead ? html`<p class="notice">${texts.ahead} ${formatDuration(lead, language)}. ${texts.aheadHint}</p>` : ''}
    ${lead === undefined ? html`<p class="muted">${texts.still}</p>` : ''}
    ${choiceForm({ id: 'clock', action: '/api/clock', label: texts.advance, field: 'by', choices }, view)}`;
  return panel('clock', texts.clock, content);
}
