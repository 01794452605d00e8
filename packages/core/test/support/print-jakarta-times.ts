import { formatJakarta, formatJakartaWall, parseJakarta } from '../../src/kit/jakarta-time.ts';
import { instants } from './instants.ts';

// Run as a program under a time zone of its own: one line per instant.
for (const instant of instants()) {
  const wall = formatJakartaWall(instant);
  process.stdout.write(`${formatJakarta(instant)} ${wall} ${String(parseJakarta(wall)?.getTime())}\n`);
}
