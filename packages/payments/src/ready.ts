import { ConfigError } from '@bayar/core';
import type { Office } from './office.ts';

const PAGE = 500;

/**
 * Checks, until it has once succeeded, that every open payment's acquirer is still configured: dropping an acquirer from
 * the configuration must not drop the payments it still owes an answer for.
 */
export function readiness(office: Office, retired: readonly string[]): () => Promise<void> {
  let checked = false;
  // Nobody waits for another's check: in a worker it may end with the request that began it, without a word.
  return async () => {
    if (checked) return;
    await check(office, retired);
    checked = true;
  };
}

async function check(office: Office, retired: readonly string[]): Promise<void> {
  const orphaned = new Set<string>();
  for (let after = ''; ;) {
    const page = await office.ledger.unsettled({ after, limit: PAGE });
    for (const { payment } of page) {
      const served = Object.hasOwn(office.acquirers, payment.acquirer) || retired.includes(payment.acquirer);
      if (!served) orphaned.add(payment.acquirer);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.reference;
  }
  if (orphaned.size === 0) return;
  const issues = [...orphaned].map((name) => ({
    field: `acquirers.${name}`,
    rule: 'has open payments but is not configured.',
    fix: 'Configure it until they are settled, or name it in retired.',
  }));
  throw new ConfigError('Payments', issues);
}
