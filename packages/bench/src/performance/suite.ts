import { create } from './suites/create.ts';
import { imports } from './suites/imports.ts';
import { memory } from './suites/memory.ts';
import { notifications } from './suites/notifications.ts';
import { overhead } from './suites/overhead.ts';
import { sizes } from './suites/sizes.ts';
import { tokens } from './suites/tokens.ts';
import type { Row } from './row.ts';

const SUITES = { create, overhead, notifications, tokens, imports, sizes, memory };

// In a process of its own: what one suite compiled and allocated is no other's cost.
const [name, rounds] = process.argv.slice(2);
// The official libraries talk while they work.
const ignore = (): void => undefined;
Object.assign(console, { log: ignore, error: ignore });
const rows: readonly Row[] = await SUITES[name as keyof typeof SUITES](Number(rounds));
process.send?.(rows, () => process.exit(0));
