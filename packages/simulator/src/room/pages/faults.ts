import { html } from 'hono/html';
import type { Acquirer } from '../../acquirer.ts';
import type { Fault } from '../../faults/fault.ts';
import type { PlannedFault } from '../../faults/rule.ts';
import { acquirerNames } from '../format.ts';
import type { Texts } from '../texts/en.ts';
import { faultName } from '../texts/faults.ts';
import type { Html, View } from '../view.ts';
import { layout } from './layout.ts';
import { acquirerTag, choiceForm, panel } from './parts.ts';

const acquirers: readonly Acquirer[] = ['dana', 'doku', 'faspay'];

const groups: readonly (readonly [title: keyof Texts, faults: readonly Fault['type'][]])[] = [
  ['connection', ['reset', 'refuse', 'drop', 'hang', 'delay']],
  ['replacedAnswer', ['answer', 'html', 'empty', 'in-progress', 'rate-limit']],
  ['spoiltAnswer', ['truncate', 'drip', 'content-type', 'replay', 'unknown-code', 'unknown-status']],
  ['ofNotification', ['duplicate-notification', 'late-notification', 'missing-notification']],
  ['ofReturn', ['browser-first', 'browser-lies']],
];

/** The newest are what an operator waits for. */
const mostShown = 20;

/** What is planned to go wrong, what did, and a form for each acquirer to plan more. */
export function faultsPage(view: View): Html {
  const { texts } = view;
  const content = html`<h1>${texts.faults}</h1>
    <div class="halves">
      ${panel('planned', texts.planned, planned(view))} ${panel('befallen', texts.befallen, befallen(view))}
    </div>
    <div class="thirds">
      ${acquirers.map((acquirer) => panel(acquirer, acquirerNames[acquirer], form(acquirer, view), false))}
    </div>`;
  return layout(view, texts.faults, content);
}

function planned(view: View): Html {
  const { control, texts } = view;
  const faults = control.faults();
  if (faults.length === 0) return html`<p class="muted">${texts.noFaults}</p>`;
  const clear = [{ value: 'all', label: texts.clearFaults }];
  return html`<ul class="lines">
      ${faults.map((rule) => html`<li>${ruleLine(rule, view)} × ${rule.times ?? 1}</li>`)}
    </ul>
    ${choiceForm({ id: 'faults', action: '/api/faults/clear', label: texts.faults, field: 'clear', choices: clear }, view)}`;
}

function befallen(view: View): Html {
  const { control, texts } = view;
  const faults = control.befallen().slice(-mostShown).reverse();
  if (faults.length === 0) return html`<p class="muted">${texts.nothingBefell}</p>`;
  return html`<ul class="lines">
    ${faults.map((befell) => html`<li>${ruleLine(befell, view)}</li>`)}
  </ul>`;
}

function ruleLine({ acquirer, operation, reference, fault }: PlannedFault, view: View): Html {
  const { texts, language } = view;
  const calls = operation === undefined ? texts.anyCall : [operation].flat().join(', ');
  const when = 'when' in fault ? ` · ${texts[fault.when === 'before' ? 'before' : 'afterCommit']}` : '';
  return html`${acquirer ? acquirerTag(acquirer) : ''} <strong>${calls}</strong> ${reference ?? ''}
    ${faultName(fault.type, language)}${when}`;
}

function form(acquirer: Acquirer, view: View): Html {
  const { control, texts, here } = view;
  const id = (name: string) => `${acquirer}-${name}`;
  return html`<form method="post" action="/api/faults" class="fields">
    <input type="hidden" name="acquirer" value="${acquirer}" /> <input type="hidden" name="back" value="${here}" />
    <label for="${id('type')}">${texts.what}</label>
    <select id="${id('type')}" name="fault.type">
      ${groups.map(([title, faults]) => html`<optgroup label="${texts[title]}">${faults.map((type) => option(type, view))}</optgroup>`)}
    </select>
    <div class="only-call">
      <label for="${id('operation')}">${texts.call}</label>
      <select id="${id('operation')}" name="operation">
        <option value="">${texts.anyCall}</option>
        ${control.operations()[acquirer].map((name) => html`<option>${name}</option>`)}
      </select>
      <label for="${id('when')}">${texts.when}</label>
      <select id="${id('when')}" name="fault.when">
        <option value="before">${texts.before}</option>
        <option value="after-commit">${texts.afterCommit}</option>
      </select>
    </div>
    <div class="only-timed">
      <label for="${id('ms')}">${texts.milliseconds}</label>
      <input id="${id('ms')}" name="fault.ms" type="number" min="0" value="5000" />
    </div>
    <div class="only-answer">
      <label for="${id('status')}">${texts.httpStatus}</label>
      <input id="${id('status')}" name="fault.status" type="number" min="200" max="599" placeholder="503" />
      <label for="${id('body')}">${texts.httpBody}</label>
      <textarea id="${id('body')}" name="fault.body" rows="2"></textarea>
    </div>
    <label for="${id('times')}">${texts.times}</label>
    <input id="${id('times')}" name="times" type="number" min="1" max="1000" value="1" />
    <button id="${id('add')}" class="primary">${texts.addFault}</button>
  </form>`;
}

function option(type: Fault['type'], { language }: View): Html {
  return html`<option value="${type}">${faultName(type, language)}</option>`;
}
