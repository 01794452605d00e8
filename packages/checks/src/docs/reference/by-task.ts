import {
  CommentTag,
  Comment,
  Converter,
  PageEvent,
  ReflectionKind,
  type Application,
  type DeclarationReflection,
  type Reflection,
} from 'typedoc';
import { taskOf } from './tasks.ts';

/** A module as its users know it. */
export interface PublicModule {
  /** What it is imported under. */
  readonly name: string;
  readonly about?: string | undefined;
}

/**
 * A plugin for typedoc: modules go by the names they are imported under, and their exports are grouped by what a reader
 * wants to do. An export of no group, or without a meaning, is a warning.
 */
export function byTask(modules: ReadonlyMap<string, PublicModule>): (app: Application) => void {
  return (app) => {
    app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
      for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
        const { name, about } = modules.get(module.name) ?? { name: module.name };
        module.name = name;
        if (about !== undefined) module.comment ??= new Comment([{ kind: 'text', text: `${about}.` }]);
        const exports = module.isDeclaration() ? module.children : undefined;
        for (const exported of exports ?? []) group(exported, app);
      }
    });
    app.renderer.on(PageEvent.END, (page) => {
      page.contents &&= page.contents.replaceAll(DEFINED, '$<meaning>[Source]$<link>\n\n');
    });
  };
}

/** Where an export is defined, and what is said of it up to the next heading or rule: the meaning belongs first. */
const DEFINED = /^Defined in: \[.+\](?<link>\(.+\))\n\n(?<meaning>[^]*?)(?=^#|^\*\*\*$|(?![^]))/gm;

function group(exported: DeclarationReflection, { logger }: Application): void {
  const source = exported.sources?.[0]?.fileName ?? '';
  const task = taskOf(source);
  if (task === undefined) {
    logger.warn(`${exported.name} of ${source} belongs to no task`);
    return;
  }
  const tag = new CommentTag('@group', [{ kind: 'text', text: task }]);
  // A function's comment is its signatures'; a group is read from either.
  const carriers: readonly Reflection[] = exported.signatures ?? [exported];
  for (const documented of carriers) {
    documented.comment ??= new Comment();
    // What exports another's export again is explained there.
    const isExplained = documented.comment.summary.length > 0 || exported.isReference();
    if (!isExplained) logger.warn(`${exported.name} of ${source} does not say what it means`);
    documented.comment.blockTags.push(tag);
  }
}
