import { parseArgs } from 'node:util';
import { isAdapter } from '../architecture/arrows.ts';
import type { Context, Finding } from '../check.ts';
import { buildAndPack } from '../packaging/built.ts';
import { loadWorkspace, publicPackages } from '../workspace.ts';
import { followPage, PAGES } from './consumers.ts';
import { weighInstall } from './install-size.ts';
import { serveRegistry, type Registry } from './registry.ts';
import { findRuntime } from './runtime.ts';

const MIB = 1_048_576;

/** What a stranger meets who installs the packages and follows a page: outside the repository, on every supported runtime. */
async function main(wanted: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  const context = { workspace: await loadWorkspace(), signal: interruption.signal };
  const built = await buildAndPack(context);
  if ('broken' in built) return report(built.broken);
  const registry = await serveRegistry(built.packed);
  try {
    return report([...(await follow(context, registry, wanted)), ...(await weigh(context, registry))]);
  } finally {
    await registry.close();
  }
}

async function follow(context: Context, registry: Registry, wanted: readonly string[]): Promise<Finding[]> {
  const runtimes = [];
  for (const each of wanted) runtimes.push(await findRuntime(context, each));
  const findings: Finding[] = [];
  for (const page of PAGES) {
    for (const followed of await followPage(context, registry, page, runtimes)) {
      const mark = followed.findings.length === 0 ? '✓' : '✗';
      say(`${mark} ${page} on ${followed.runtime}: ${followed.said}`);
      findings.push(...followed.findings);
    }
  }
  return findings;
}

async function weigh(context: Context, registry: Registry): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { folder } of publicPackages(context.workspace).filter((each) => isAdapter(each.folder))) {
    const { names, files, bytes, findings: found } = await weighInstall(context, registry, folder);
    const size = `${(bytes / MIB).toFixed(1)} MiB in ${files} files, ${names.length} packages`;
    say(`${found.length === 0 ? '✓' : '✗'} ${folder} installed: ${size} (${names.join(', ')})`);
    findings.push(...found);
  }
  return findings;
}

function report(findings: readonly Finding[]): number {
  for (const { where, problem } of findings) say(`    ${where}: ${problem}`);
  return findings.length > 0 ? 1 : 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const SUPPORTED = 'node@22,node@24,node@26,deno@2,bun@1';
const { values } = parseArgs({ options: { on: { type: 'string', default: SUPPORTED } } });
process.exitCode = await main(values.on.split(','));
