import { html } from 'hono/html';
import type { Acquirer } from '../../acquirer.ts';
import type { Html, View } from '../view.ts';
import { acquirerNames } from '../format.ts';
import { layout } from './layout.ts';
import { acquirerTag, choiceForm, panel } from './parts.ts';

const acquirers: readonly Acquirer[] = ['dana', 'doku', 'faspay'];

/** What is planned to go wrong, and a form for each acquirer to plan more. */
export function faultsPage(view: View): Html {
  const { texts } = view;
  const content = html`<h1>${texts.faults}</h1>
    ${panel('planned', texts.planned, planned(view))}
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
      ${faults.map(
        ({ acquirer, operation, times = 1, fault }) =>
          html`<li>
            ${acquirerTag(acquirer)}
            <strong>${operation}</strong> ${fault.type}${fault.type === 'answer' ? ` ${fault.status}` : ''},
            ${fault.when} × ${times}
          </li>`,
      )}
    </ul>
    ${choiceForm({ id: 'faults', action: '/api/faults/clear', label: texts.faults, field: 'clear', choices: clear }, view)}`;
}

function form(acquirer: Acquirer, { control, texts, here }: View): Html {
  const field = (name: string) => `${acquirer}-${name}`;
  const operations = control.operations()[acquirer];
  return html`<form method="post" action="/api/faults" class="fields">
    <input type="hidden" name="acquirer" value="${acquirer}" /> <input type="hidden" name="back" value="${here}" />
    <label for="${field('operation')}">${texts.call}</label>
    <select id="${field('operation')}" name="operation">
      ${operations.map((name) => html`<option>${name}</option>`)}
    </select>
    <label for="${field('type')}">${texts.what}</label>
    <select id="${field('type')}" name="fault.type">
      <option value="reset">${texts.reset}</option>
      <option value="hang">${texts.hang}</option>
      <option value="answer">${texts.httpAnswer}</option>
    </select>
    <label for="${field('when')}">${texts.when}</label>
    <select id="${field('when')}" name="fault.when">
      <option value="before">${texts.before}</option>
      <option value="after-commit">${texts.afterCommit}</option>
    </select>
    <div class="only-answer">
      <label for="${field('status')}">${texts.httpStatus}</label>
      <input id="${field('status')}" name="fault.status" type="number" min="200" max="599" value="503" />
      <label for="${field('body')}">${texts.httpBody}</label>
      <textarea id="${field('body')}" name="fault.body" rows="2"></textarea>
    </div>
    <label for="${field('times')}">${texts.times}</label>
    <input id="${field('times')}" name="times" type="number" min="1" max="1000" value="1" />
    <button id="${field('add')}" class="primary">${texts.addFault}</button>
  </form>`;
}
