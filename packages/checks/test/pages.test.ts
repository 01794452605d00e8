import { glob, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { TASKS, taskOf } from '../src/docs/reference/tasks.ts';
import { linesOf } from '../src/source-file.ts';
import { ROOT } from '../src/workspace.ts';

describe("the acquirers' pages", () => {
  const headings = async (name: string): Promise<string[]> => {
    const page = await readFile(`${ROOT}/docs/acquirers/${name}.md`, 'utf8');
    return linesOf(page).filter((line) => line.startsWith('## '));
  };

  it.each(['doku-dana', 'faspay-dana'])('have the same headings, to be compared: %s', async (name) => {
    expect(await headings(name)).toEqual(await headings('dana-direct'));
  });
});

describe('the list of events', () => {
  it('has every event there is, and no other', async () => {
    const source = await readFile(`${ROOT}/packages/payments/src/events.ts`, 'utf8');
    const page = await readFile(`${ROOT}/docs/guide/notifications.md`, 'utf8');
    const there = new Set([...source.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, type]) => type));
    const [, table = ''] = page.split('## Every event');
    const listed = [...table.matchAll(/^\| `([a-z]+\.[a-z-]+)` /gm)].map(([, type]) => type);
    expect(listed.sort()).toEqual([...there].sort());
  });
});

describe("the reference's tasks", () => {
  it('have what a source exports under the first task that names it', () => {
    expect(taskOf('packages/core/src/money.ts')).toBe('Count money');
    expect(taskOf('packages/simulator/src/faults/plan.ts')).toBe('Make things go wrong');
    expect(taskOf('packages/simulator/src/half.ts')).toBe('The sandboxes');
    expect(taskOf('packages/another/src/index.ts')).toBeUndefined();
  });

  it('name sources there are', async () => {
    const files = await Array.fromAsync(glob('packages/*/src/**/*.ts', { cwd: ROOT }));
    const sources = TASKS.flatMap((task) => task.sources);
    expect(sources.filter((start) => !files.some((file) => file.startsWith(`packages/${start}`)))).toEqual([]);
  });
});
