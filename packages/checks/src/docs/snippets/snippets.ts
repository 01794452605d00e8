import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Finding } from '../../check.ts';
import { gather } from '../../gather.ts';
import type { Workspace } from '../../workspace.ts';
import { readPages, type Page } from '../pages.ts';
import { compileSnippets } from './compile.ts';
import { findDeclared } from './declared.ts';
import type { Module } from './module.ts';
import { runSnippet } from './run.ts';
import { readSnippets } from './snippet.ts';

/** Every TypeScript snippet of every page compiles against the sources and runs to its end. */
export async function checkSnippets(context: Context): Promise<Finding[]> {
  return tryPages(context, await readPages(context.workspace), 'pages');
}

/** Compiles and runs the snippets of some pages, in the shop of `packages/snippets`, copied to a folder of that name. */
export async function tryPages(context: Context, pages: readonly Page[], name: string): Promise<Finding[]> {
  const folder = await openFolder(context.workspace, name);
  const modules = pages.flatMap((page) => modulesOf(page, folder));
  if (modules.length === 0) return [];
  for (const { path, code } of modules) await writeFile(path, code);
  const found = [...modules.flatMap(findDeclared), ...(await compileSnippets(context, folder))];
  // What does not compile fails again when it is run, in words that help less.
  return found.length > 0 ? found : gather(modules, (module) => runSnippet(context, module));
}

// Copied, so that a snippet finds the shop's modules beside it, as a reader's own would stand.
async function openFolder({ root }: Workspace, name: string): Promise<string> {
  const shop = join(root, 'packages', 'snippets');
  const folder = join(shop, '.cache', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(shop, 'src'), folder, { recursive: true });
  return folder;
}

function modulesOf({ path: page, text }: Page, folder: string): Module[] {
  return readSnippets(text).map((snippet) => ({
    ...snippet,
    page,
    path: join(folder, `${encodeURIComponent(page)}@${snippet.line}.ts`),
  }));
}
