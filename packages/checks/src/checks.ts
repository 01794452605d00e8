import { architecture } from './architecture/architecture.ts';
import type { Check } from './check.ts';
import { dependencies } from './dependencies.ts';
import { docs } from './docs/docs.ts';
import { format } from './format.ts';
import { lint } from './lint/lint.ts';
import { packaging } from './packaging/packaging.ts';
import { text } from './text/text.ts';
import { typeCheck } from './type-check.ts';

/** Every gate, in the order they run: what is quick and says most comes first. */
export const checks: readonly Check[] = [format, text, architecture, dependencies, typeCheck, lint, packaging, docs];
