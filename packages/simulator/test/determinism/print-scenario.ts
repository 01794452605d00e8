import { play } from './scenario.ts';

process.stdout.write(JSON.stringify(await play(process.argv[2] ?? '')));
