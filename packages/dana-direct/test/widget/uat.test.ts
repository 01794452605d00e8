import { describe, expect, it } from 'vitest';
import { openUat } from './uat.ts';
import { unrunWidgetRows, widgetRows } from './uat-rows.ts';

describe('uat: Widget', () => {
  it.each(widgetRows)('$id', async ({ run, answers: [status, code, message], outcome }) => {
    const uat = openUat();
    const came = await run(uat);
    expect(uat.answers.at(-1)).toMatchObject({ status, code, ...(message === undefined ? {} : { message }) });
    expect(came).toMatchObject(outcome);
  });

  it(`has ${String(widgetRows.length + unrunWidgetRows.length)} rows, each once, those for going live among them`, () => {
    const ids = [...widgetRows, ...unrunWidgetRows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(widgetRows).toHaveLength(38);
    expect(unrunWidgetRows).toHaveLength(2);
    expect(widgetRows.filter(({ mandatory }) => mandatory)).toHaveLength(13);
  });
});
