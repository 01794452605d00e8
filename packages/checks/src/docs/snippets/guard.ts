import { readFileSync, writeSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector';
import { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';

// Loaded before a snippet. It keeps the snippet on this machine, and sees to it that each of its functions is called.

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1|\[::1\])$/;
const STDERR = 2;

const connect = Reflect.get(Socket.prototype, 'connect') as (...options: unknown[]) => Socket;

// Everything that speaks over the network comes by here: fetch, node:http, node:tls.
Socket.prototype.connect = function (this: Socket, ...options: unknown[]) {
  const host = hostOf(options);
  if (!LOOPBACK.test(host)) {
    // The library takes a failed connection for an answer to work with, so the snippet ends here.
    writeSync(STDERR, `It reaches for ${host}: a snippet stays on this machine.\n`);
    process.exit(1);
  }
  return connect.apply(this, options);
};

function hostOf([first, second]: readonly unknown[]): string {
  const target: unknown = Array.isArray(first) ? first[0] : first;
  if (typeof target !== 'object' || target === null) return typeof second === 'string' ? second : 'localhost';
  return 'host' in target && typeof target.host === 'string' ? target.host : 'localhost';
}

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

process.once('exit', (code) => {
  const [, path = ''] = process.argv;
  if (code !== 0) return;
  session.post('Profiler.takePreciseCoverage', (_, covered: Profiler.TakePreciseCoverageReturnType) => {
    const module = covered.result.find(({ url }) => url === pathToFileURL(path).href);
    const idle = module?.functions.filter(({ ranges }) => ranges[0]?.count === 0) ?? [];
    const text = readFileSync(path, 'utf8');
    for (const { functionName, ranges } of idle) {
      const line = text.slice(0, ranges[0]?.startOffset).split('\n').length;
      writeSync(STDERR, `${path}:${line}: ${functionName || 'a function'} is never called\n`);
    }
    if (idle.length > 0 || module === undefined) process.exitCode = 1;
  });
});
