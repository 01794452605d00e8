import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Packed } from '../packaging/tarball.ts';

/** A registry on this machine that has our packages and no others. */
export interface Registry {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves packed packages the way the public registry would, on a port of its own. */
export async function serveRegistry(packages: readonly Packed[]): Promise<Registry> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1);
    const asked = packages.find(({ manifest: { name } }) => path === name || path === `${name}.tgz`);
    if (asked === undefined) response.writeHead(404).end('{}');
    else if (path.endsWith('.tgz')) response.end(asked.data);
    else response.end(JSON.stringify(describe(asked, `http://${request.headers.host ?? ''}`)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

// https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
function describe({ manifest, data }: Packed, origin: string): object {
  const { name, version = '0.0.0' } = manifest;
  const integrity = `sha512-${createHash('sha512').update(data).digest('base64')}`;
  const published = { ...manifest, version, dist: { tarball: `${origin}/${name}.tgz`, integrity } };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: published } };
}
