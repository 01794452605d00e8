import type { Context, Hono } from 'hono';
import { readBody, readJson } from '../body.ts';
import { CannotDo } from '../control/cannot-do.ts';
import type { Control } from '../control/control.ts';
import { languageOf } from './language.ts';
import { liveResponse } from './live.ts';
import { problemPage } from './pages/problem.ts';
import { routes } from './routes.ts';
import type { Route } from './routes.ts';

const httpStatus = { invalid: 400, unknown: 404, impossible: 409 } as const;

/** Serves every route of the table, and the live stream. */
export function routeApi(router: Hono, control: Control): void {
  for (const route of routes) {
    router.on(route.method, route.path, async (c) => {
      const input = await readInput(route, c.req.raw);
      const answer = await call(route, control, input);
      return isPage(c.req.raw) ? pageAnswer(c, answer, input) : jsonAnswer(c, answer);
    });
  }
  router.get('/api/live', (c) => liveResponse(control, Number(c.req.header('last-event-id') ?? Number.NaN)));
  router.all('/api/*', (c) => c.json({ error: { code: 'unknown', message: 'There is no such call' } }, 404));
}

type Answer = { readonly value: unknown } | { readonly problem: CannotDo };

async function call(route: Route, control: Control, input: unknown): Promise<Answer> {
  try {
    return { value: (await route.run(control, input)) ?? null };
  } catch (error) {
    if (error instanceof CannotDo) return { problem: error };
    throw error;
  }
}

function jsonAnswer(c: Context, answer: Answer): Response {
  if ('value' in answer) return c.json(answer.value);
  const { code, message } = answer.problem;
  return c.json({ error: { code, message } }, httpStatus[code]);
}

/** A form sent by a browser without script leads back to the page it was on. */
function pageAnswer(c: Context, answer: Answer, input: unknown): Response | Promise<Response> {
  const back = backOf(input);
  if ('value' in answer) return c.redirect(back, 303);
  return c.html(problemPage(languageOf(c), answer.problem.message, back), httpStatus[answer.problem.code]);
}

function backOf(input: unknown): string {
  const back = typeof input === 'object' && input !== null && 'back' in input ? input.back : undefined;
  // Only a path: never another site.
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/';
}

const isForm = (request: Request) =>
  (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');

const isPage = (request: Request) => isForm(request) && (request.headers.get('accept') ?? '').includes('text/html');

async function readInput(route: Route, request: Request): Promise<unknown> {
  if (route.method === 'GET') return nested(new URL(request.url).searchParams);
  if (isForm(request)) return nested(new URLSearchParams(new TextDecoder().decode(await readBody(request))));
  return (await readJson(request)) ?? {};
}

/** `a.b=1` becomes `{ a: { b: '1' } }`; what was left empty is absent. */
function nested(fields: URLSearchParams): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of fields) {
    const [name = '', inner] = path.split('.', 2);
    if (value === '' || name === '__proto__') continue;
    const group = root[name];
    if (inner === undefined) root[name] = value;
    else root[name] = { ...(typeof group === 'object' ? group : {}), [inner]: value };
  }
  return root;
}
